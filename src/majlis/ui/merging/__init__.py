"""Bringing in a colleague's copy of the event: what it would bring, where the copies disagree, and the way back.

`incoming` and `disputes` say in values what is shown and know no Qt. `opening` begins, `window` shows the preview,
`pane` the disagreements side by side with `cards` for their sides, `later` those that are still open, and
`returning` goes back to the copy that was made before.
"""
