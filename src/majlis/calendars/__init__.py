"""Days and times as people say them: in their language, their digits and, later, their calendar.

`words` puts dates, times, numbers, countries and languages into words by CLDR (Babel), corrects what CLDR says
otherwise than the field does, and maps digits, which Babel leaves Latin. Every function takes a value and a
language and returns text; a language that nobody knows reads as English.

Nothing here knows of programmes, files or paper. Everything is pure.
"""
