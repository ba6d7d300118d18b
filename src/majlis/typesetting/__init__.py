"""Text to positioned glyphs, glyphs to lines, lines to PDF.

What lives here: everything that is true of text in any book. What does not: what a programme book or a badge
holds, and where; `majlis.pages` decides that and hands over spans, widths and places. Lengths are points, 72 to
the inch, and places on a page count from its upper left corner, x to the right and y down. Colours are written
`#rrggbb`.

A document is set with one `typesetter.Typesetter`, which holds what is worth knowing twice and lives as long:

    typesetter = Typesetter()
    body = Style(family="serif", size=9.5, language="ar")
    spans = [Span("مجلس ", body), Span("2027", replace(body, bold=True, link="https://example.org"))]
    paragraph = typesetter.paragraph(spans, direction="auto", setting=Setting(align="justify", hyphenate=True))
    lines = paragraph.lines(300)                                   # any width, any number of times
    fitted = paragraph.fit(width=200, height=40, floor=7)          # .lines .size .overflows .strained

    writer = PdfWriter("A title", "ar", right_to_left=True)
    page = writer.page(420, 595, label="12")
    page.anchor("session-7", y=60)
    with page.tagged("P", language="ar"):
        bottom = page.lines(lines, x=40, top=60)                   # or page.text(line, x, baseline) for each
    writer.bookmark("A session", "session-7", level=1)
    data = writer.finish()
    typesetter.missing                                             # characters that no face has, and how often

A `lines.Line` has `height`, `baseline` (below its top), `width` and its `text`; its alignment is in it, so `x` is
always the left edge of the box that the lines were broken for. `lines.height_of` adds lines up.
`paragraph.natural_width` is the width that a paragraph takes where nothing is broken for want of room. `start` and
`end` follow the paragraph's direction.

How the modules call each other, from the text to the file:

- `styles`: `Style` and `Span`. `typesetter`: the door. It finds the direction and cuts the text where its lines
  end by themselves; each piece is analysed once by `analysis`, which asks
- `bidi` (with `bidi_rules`) for the levels of UAX #9 and `linebreak` for the break places of UAX #14, both from
  `unicode_tables`, which `packaging/make_unicode_tables.py` makes; `items` for runs of one level, script, face,
  language and size; and
- `fonts` for the face of each character, by script, language and look, with every bundled face to fall back on.
  `shaping`, the only home of HarfBuzz, shapes each run whole and cuts it into words. `characters` knows single
  characters.
- What comes out are units (`lines.Unit`): a word and its spaces, sized. `paragraph` keeps them; `breaking` makes
  lines of them for a width, with `hyphenation`, and shapes again what changes its look at the end of a line.
- `pdf` is the only home of ReportLab: `pdf.writer.PdfWriter`, `pdf.page.Page`, `pdf.pictures.Picture`. It decides
  nothing.
- `blocks` and `flow`: marks in boxes, and strips of them that flow down columns and pages.

What a person types is what is printed, searched and copied. A character that no bundled face has is drawn as a box
and counted in `Typesetter.missing`; nothing is dropped, and no text is read as markup.
"""
