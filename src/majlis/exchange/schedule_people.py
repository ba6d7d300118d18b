"""Who is who in a schedule: by UUID, else by the source's id where it names one person, else by name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from majlis.exchange.doubts import Doubts
from majlis.exchange.folding import fold
from majlis.exchange.foreign_ids import is_uuid, own_number
from majlis.exchange.raw_schedule import RawPerson
from majlis.exchange.schedule_texts import Wording
from majlis.exchange.told import Told, told
from majlis.programme.ids import source_id
from majlis.programme.records import Person

Mark = tuple[str, str]
"""A sort of sign (guid, id, code, name) and the sign."""


@dataclass(slots=True)
class Somebody:
    """One person of a source, with everything that is told of them."""

    mark: Mark
    said: list[RawPerson] = field(default_factory=list)

    def first(self, name: str) -> str:
        """Return the first value that the source gives of a sign."""
        return next((value for one in self.said if (value := getattr(one, name))), "")


class People:
    """Tells the people of a source apart; each raw person leads to one id."""

    def __init__(self, raw: Iterable[RawPerson], acronym: str, wording: Wording, doubts: Doubts) -> None:
        self._acronym = acronym
        self._wording = wording
        known = [one for one in raw if named(one)]
        self._trusted = _trusted(known, doubts)
        self._somebodies: dict[Mark, Somebody] = {}
        self._by_name = self._marks_by_name(known)
        for one in known:
            mark = self._mark(one)
            self._somebodies.setdefault(mark, Somebody(mark)).said.append(one)
        self._ids = self._make_ids()

    def id_of(self, raw: RawPerson) -> str:
        """Return the id of a person's record."""
        return self._ids[self._mark(raw)]

    def told(self) -> tuple[Told[Person], ...]:
        """Return the records of all people, in the source's order."""
        return tuple(self._told(somebody) for somebody in self._somebodies.values())

    def trusted(self) -> frozenset[str]:
        """Return the ids of the people whose source id names nobody else."""
        return frozenset(
            self._ids[mark] for mark, one in self._somebodies.items() if ("id", one.first("id")) in self._trusted
        )

    def _told(self, somebody: Somebody) -> Told[Person]:
        where = somebody.said[0].where
        names = self._wording.texts("name", somebody.said[0].name, where)
        biography = next((one.biography for one in somebody.said if one.biography), "")
        trusted = ("id", somebody.first("id")) in self._trusted
        person = Person(
            id=self._ids[somebody.mark],
            key=somebody.first("id") if trusted else "",
            name=names,
            biography=self._wording.texts("biography", biography, where),
        )
        return told(person, where)

    def _signs(self, raw: RawPerson) -> list[Mark]:
        return [mark for mark in signs(raw) if mark in self._trusted]

    def _mark(self, raw: RawPerson) -> Mark:
        strong = self._signs(raw)
        if strong:
            return strong[0]
        marks = self._by_name.get(named(raw), ())
        return next(iter(marks)) if len(marks) == 1 else ("name", named(raw))

    def _marks_by_name(self, known: list[RawPerson]) -> dict[str, set[Mark]]:
        marks: dict[str, set[Mark]] = defaultdict(set)
        for one in known:
            if strong := self._signs(one):
                marks[named(one)].add(strong[0])
        return marks

    def _make_ids(self) -> dict[Mark, str]:
        ids: dict[Mark, str] = {}
        taken: set[str] = set()
        for mark in sorted(self._somebodies, key=_order):
            name = named(self._somebodies[mark].said[0])
            plain = source_id(self._acronym, "person", name)
            ids[mark] = mark[1] if mark[0] == "guid" else plain
            if ids[mark] in taken:
                ids[mark] = source_id(self._acronym, "person", name, *mark)
            taken.add(ids[mark])
        return ids


def named(raw: RawPerson) -> str:
    """Return what a person's name is compared by."""
    return fold(raw.name if isinstance(raw.name, str) else next(iter(raw.name.values()), ""))


def signs(raw: RawPerson) -> list[Mark]:
    """Return the signs by which a source tells a person, the surest first; the id 0 is none."""
    guid = raw.guid.casefold()
    marks = [("guid", guid)] if is_uuid(guid) else []
    if raw.id.strip("0-"):
        marks.append(("id", raw.id))
    return [*marks, ("code", raw.code)] if raw.code else marks


def _trusted(known: list[RawPerson], doubts: Doubts) -> frozenset[Mark]:
    names: dict[Mark, dict[str, RawPerson]] = defaultdict(dict)
    for one in known:
        for mark in signs(one):
            names[mark].setdefault(named(one), one)
    for (sort, sign), people in names.items():
        if len(people) > 1:
            shown = ", ".join(str(one.name) for one in list(people.values())[:3])
            doubts.add(
                "shared ids of people",
                next(iter(people.values())).where,
                f"has the {sort} {sign} together with others ({shown}); people were told apart by other signs",
            )
    return frozenset(mark for mark, people in names.items() if len(people) == 1)


def _order(mark: Mark) -> tuple[int, int, str]:
    sort, sign = mark
    number = own_number(sign) if sort == "id" else None
    return ("guid", "id", "code", "name").index(sort), number or 0, sign
