"""Days, hours and places as people say and keep them: in their language, their digits and their calendar.

`words` puts dates, times, numbers, countries and languages into words by CLDR (Babel, through `locales`), corrects
what CLDR says otherwise than the field does, and maps digits, which Babel leaves Latin. `hijri` and `solar_hijri`
turn days into dates of those calendars and back; `days` writes them, one calendar beside the other. `prayers`
tells the hours of prayer at a position, `cities` finds positions and zones by name.

A function takes a value and a language and returns text; a language that nobody knows reads as English. Nothing
here knows of programmes or paper. Everything is pure; only the table of cities is read, from a bundled file.
"""
