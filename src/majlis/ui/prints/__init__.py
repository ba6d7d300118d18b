"""The prints as a screen: what can be printed, its pages as they will be, what is doubtful in them, and the PDF.

`order` is what is chosen, `drawing` turns pages of a PDF into pictures and `saving` writes files; these know no
Qt. `renderer` draws pages in a worker of its own, `thumbnails` and `page_view` show them, `form` has the choices,
`maker` has products made in the worker, `screen` puts these together.
"""
