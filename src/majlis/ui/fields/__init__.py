"""Editors of one field each: they show what a record holds, commit when typing ends, and show a refusal in red.

`field` is what all share; the others are texts, numbers, choices, times, colours and lists of words.
"""
