"""Sharing an event through a folder from its window: putting the copy, looking for others' news, offering them.

`choice` remembers which folder, `rounds` is the work of the worker and knows no Qt, `sharing` decides when it is
done and holds what came of it, `button` tells of that in the status bar, `panel` with its `rows` shows all of it,
`bringing` brings several copies in, and `names` asks what the user and the laptop are called.
"""
