"""The problems as a screen: every breach of a rule, always as the programme is now.

`model` groups them by rule, `rows` draws their sentences, `details` shows one with what it is about and lets it be
waived, `screen` puts these together with the filters.
"""
