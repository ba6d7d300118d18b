"""The timetable: one day of the event with places across and time down, and a tray of what is not placed yet.

`cards`, `sheet`, `carry` and `waiting` know no Qt: what is shown, where, what a session that is carried would do,
and what waits in the tray. `day_view` shows a sheet and walks its cards, `painting` and `typeset` draw them,
`axes` are the places above and the times beside it. `mover` carries sessions by pointer or keys, `drag` tells a
drag from a click. `tray`, `bar` and `screen` are the rest of the page.
"""
