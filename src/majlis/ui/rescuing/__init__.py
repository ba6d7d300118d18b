"""What the window offers where a file is damaged: its newest sound backup, or what of it can still be read.

`window` asks and has the worker do it, `outcome` says what was saved and what was lost.
"""
