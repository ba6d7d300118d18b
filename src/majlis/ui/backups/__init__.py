"""The backups of a file: listed with when and why they were made, looked into, and gone back to.

`model` is the list, `words` says why a copy was made, `window` shows it and does what is chosen.
"""
