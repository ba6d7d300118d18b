"""PDF: the only home of ReportLab.

`writer.PdfWriter` makes a document, `page.Page` is what a page is drawn on, `structure` holds the tags that
readers for the blind follow. Beneath them `codes` gives every drawn piece of text a code, `composites` makes the
TrueType glyphs for those codes, and `fontfile` embeds both. Drawing decides nothing here: lines come with every
place in them.
"""
