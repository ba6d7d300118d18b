"""Majlis plans the programme of a conference or festival on a laptop, offline, and prints it.

A programme is one immutable value. Everything that changes it (typing, dragging, importing, undoing) is an
`Edit`: a label and a list of records before and after. One `Document` takes edits, writes each to the file in
one transaction, and then tells the screens. Rules read a programme and yield problems; pages read a programme
and yield boxes on paper. Qt, SQLite, ReportLab and HarfBuzz each live in exactly one package at the rim.

The packages, from the outside in; each may import only what stands below it (`pyproject.toml` holds the
contracts):

- `__main__` starts the window or a command; the only place that builds the whole
- `ui` the windows, the only home of Qt; `cli` every command without a window
- `document` the open programme, its file, and what can be undone
- `store` the file, the only home of SQLite; `exchange` other people's formats; `pages` what is printed and
  where; `planning` when and where, proposed
- `typesetting` text to positioned glyphs to PDF; `calendars` days and dates in words
- `programme` what a programme is: records, edits, rules, journal. Standard library only
- `resources` the paths of bundled files
"""
