"""The file: one event is one SQLite file; the only home of sqlite3 and sqlite-utils.

`schema` makes and migrates the tables, `rows` turns records into rows and back, `file` reads a file and writes an
edit and its step in one transaction. `opening` decides whether a file can be trusted, by its `shapes` and
`values`; `watching` notices what others do to it while it is open; `backups` keeps copies. Of a damaged file
`recovery` gathers what can be read (with `reading_on` and `pages`), `mending` makes a programme of it, and
`rebuilding` a file where the journal is whole.

The journal is the truth and the tables are its fold: rows and journal are written together or not at all. The
file is in SQLite's DELETE mode with EXTRA synchronisation: of 1,000 power cuts none lost an acknowledged edit, and
a plain copy of an idle file is whole. No trigger, no view, no check beside the keys: what a programme may
hold is said by rules, or a merge could be refused.
"""
