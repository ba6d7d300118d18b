"""What a user can do to a programme: one small pure function for each, and each returns an `Edit`.

`edit` says what an edit is and applies it. `records` adds, amends, duplicates and removes records of any kind;
`sessions` titles, places and moves sessions; `people` gives people their parts; `event` sets the days; `waivers`
accepts problems. `wording` says which texts a record may hold. Nothing here writes or tells anybody: `Document.do` does.
"""
