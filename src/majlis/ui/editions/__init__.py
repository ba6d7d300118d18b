"""The editions as a screen: what was given out when, what changed since, and whom to tell.

`findings` says as values what changed since an edition, by session, person and place, and knows no Qt. `listing`
shows the editions, `changes` what changed since the chosen one, `freezing` asks for the note of a new one,
`restoring` asks before one is gone back to, `screen` puts these together.
"""
