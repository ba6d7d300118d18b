"""The windows: the only home of Qt, and the only code that knows how Majlis looks.

`live` is the document as a signal and the one door for changes; `background` the one worker thread; `commands`
what can be done, as data; `screen` what a screen is and `screens` the list of them; `look` the theme. `guard`
keeps exceptions out of what Qt calls and `errors` shows what nobody foresaw. A screen never imports another.
"""
