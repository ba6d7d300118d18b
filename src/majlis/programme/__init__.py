"""What a programme is: records, look-ups, edits, rules, journal. Standard library only, all values immutable.

`records` has one frozen dataclass for each table, and `programme` holds them by id with look-ups that an edit
updates instead of rebuilding. `edits` has a function for each thing that a user does; each returns an `Edit`,
and `apply` makes the next programme from it. `rules` read a programme and yield problems in sentences.
`journal` knows the steps of history by field, their inverse and their fold. `plain` turns records into plain
JSON values and back; `names` and `search` know how people are called, sorted and found across scripts.

Nothing here knows of files, windows or paper.
"""
