"""The hours of prayer at a place, the windows they take in a programme, and the direction of prayer.

`sun` is the astronomy, `methods`, `high_latitudes` and `settings` are what authorities and committees decide, and
`computing` joins them. `timetable_reading` reads a committee's own times (with `date_reading`, `clock_reading` and
`hour_names`), `comparing` tells where they are far from the sun; in `times` they come first, and every time says
its source, which `sources` puts into words. `windows` are adhan, wait and prayer, Friday's, Ramadan's and combined
ones; `qibla` is the direction.
"""
