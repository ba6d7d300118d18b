"""Private trials: a copy of the event in a window of its own, with the way back and the way out.

`asking` has the questions, `banner` says over the screens of a trial what it is, `trials` does it.
"""
