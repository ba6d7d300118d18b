"""What is printed, and where on the page: each product a pure function from programme and options to a PDF.

`grid` is a day as rectangles, for screen and paper, and back. `products` lists what can be printed and is the one
door to it. `book` and its neighbours make the programme book, `badges` the sheets of badges; they decide what is
said, in which style and in which box. How text becomes lines, and lines a PDF, belongs to `majlis.typesetting`.

Nothing here knows of files, windows or the way in which a PDF is written.
"""
