"""What changed, in words and colours: a tree of records with their fields before and after.

`marks` finds the words that differ in two texts, `rows` says which rows there are; both know no Qt. `model` and
`tree` show them, `painting` draws them: what goes is struck out on red, what comes stands on green.
"""
