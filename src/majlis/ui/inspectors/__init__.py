"""The pane beside a list: every field of one record, edited in place, and what belongs to the record.

`form` is what all inspectors share; `sessions`, `people`, `places` and `themes` say which fields there are.
`placements`, `parts` and `absences` edit the records that belong to the one that is shown.
"""
