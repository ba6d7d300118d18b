"""The whole demo programme in one of three sizes, clean or with planted defects."""

from typing import Final, Literal

from majlis.demo.enlarging import enlarged
from majlis.demo.material import Material, core_material, one_day_of
from majlis.demo.naming import named
from majlis.demo.planting import planted
from majlis.demo.staging import records_of
from majlis.programme.programme import Programme

Size = Literal["small", "full", "large"]
SIZES: Final[tuple[Size, ...]] = ("small", "full", "large")
"""A day with fourteen sessions; three days with sixty; eight days with six hundred."""

SEED: Final = 1449
"""What chance begins with where nobody asks for another programme."""


def demo_programme(size: Size = "full", *, with_problems: bool = False, seed: int = SEED) -> Programme:
    """Return the demo event: nothing to complain of, or exactly the twelve planted defects."""
    programme = Programme.of(records_of(_material(size, seed), seed))
    return planted(programme) if with_problems else programme


def _material(size: Size, seed: int) -> Material:
    core = core_material()
    match size:
        case "small":
            return one_day_of(named(core, seed))
        case "full":
            return named(core, seed)
        case "large":
            return named(enlarged(core, seed), seed)
