"""The demo event, wholly fictional: what the first start opens, what screenshots show, what tests walk through.

Sessions and people are written by hand in `resources/demo_*.json`; what chance decides (who is called what, who
arrives when, how many are expected) comes from a seed, so that the same seed makes the same programme to the byte.
`material` reads and chooses the rows, `enlarging` makes many more of them from word lists, `naming` draws names,
`casting` makes people, `staging` makes the other records, and `planting` plants twelve defects for the rules.
"""

from majlis.demo.making import SEED, SIZES, Size, demo_programme

__all__ = ["SEED", "SIZES", "Size", "demo_programme"]
