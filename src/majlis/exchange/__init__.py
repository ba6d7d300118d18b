"""Other programs' formats: what they write is read leniently, what Majlis writes is written strictly.

Reading goes in three steps. A reader (`frab_xml`, `schedule_json`) turns bytes into `raw_schedule` values: texts
as the source has them, each with its place. `schedule_events` and its neighbours make records with
deterministic ids of them, settle times, languages and people, and report each doubt. `intake` turns those
records into one `Edit` against the present programme: it adds and updates, and never deletes.

A whole event goes as one document of Majlis' own, lossless and with its photos (`majlis_json`,
`majlis_json_writing`, `whole_event`); an event that is no copy of this one is taken in by id, key and name
(`other_event`). `pictures` makes of any file the picture that is kept, or says why it can't.

Writing goes in two: `schedule_writing` says which events a programme holds and what other programs call them;
`frab_xml_writing`, `schedule_json_writing` and `ical` put that into bytes, always the same for one programme.

`formats` lists every format, and is all that the command line and the window need. Whatever can't be read or
written raises `Refusal` with a sentence for the user. Nothing here knows of files, windows or paper, and nothing
here changes a programme.
"""
