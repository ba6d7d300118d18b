"""What a user can do to a programme: one small pure function for each, and each returns an `Edit`.

`edit` says what an edit is and applies it. `records` adds, amends, duplicates and removes records of any kind;
`sessions` places and moves sessions; `people` gives people their parts; `event` sets the days; `waivers` accepts
problems; `editions` freezes the programme and goes back to it; `new_event` begins. `wording` and `validity` say
which texts and values a person may give a record.
Nothing here writes or tells anybody: `Document.do` does.
"""
