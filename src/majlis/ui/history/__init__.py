"""The history as a screen: what was done to this event, by whom and when, and what each step changed.

`words` says a step's changes in words and knows no Qt, `model` lists the steps, `changes` shows those of one step,
and `screen` puts these together with undo and redo.
"""
