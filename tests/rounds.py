"""How long the long tests are: the number of rounds and the seed can be chosen, so that a failure can be repeated.

MAJLIS_TESTS=long    the long versions
MAJLIS_ROUNDS=300    how many rounds of each, instead of the number that stands in the test
MAJLIS_SEED=7        another seed than 1
"""

import os
from typing import Final

LONG: Final = os.environ.get("MAJLIS_TESTS") == "long"
SEED: Final = int(os.environ.get("MAJLIS_SEED", "1"))


def rounds(short: int, long: int) -> range:
    """Return the rounds of a test: few in the ordinary run, more in the long one, or as many as asked for."""
    asked = os.environ.get("MAJLIS_ROUNDS")
    return range(int(asked)) if asked else range(long if LONG else short)
