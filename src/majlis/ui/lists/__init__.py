"""The screens that list records: a table with a filter, and the inspector beside it.

`columns` says what a row shows, `affected` which rows an edit touches, `model` keeps the rows in order, `view`
draws them, `screen` is what the four screens share; `screens` are the four.
"""
