"""Copies of one event in memory, which people edit apart and merge, checked against what the steps truly mean."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, permutations
from random import Random
from typing import Any, TypeVar

from journal_oracle import Meaning
from majlis.programme.edits.edit import Edit, apply, difference
from majlis.programme.edits.records import add, amend, remove, translate
from majlis.programme.ids import part_id, placement_id
from majlis.programme.journal import (
    FieldChange,
    Journal,
    Step,
    conflicts_of,
    field_changes,
    inverse_of,
    merge,
    next_id,
    settle,
    settled,
)
from majlis.programme.journal.steps import spoken
from majlis.programme.plain import from_plain
from majlis.programme.programme import Programme
from majlis.programme.records import Absence, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

AnyRecord = TypeVar("AnyRecord", bound=Record)
START = datetime(2027, 10, 21, 9)
NOW = 1_800_000_000_000


class Copy:
    """One laptop's copy of the event, in memory."""

    def __init__(self, world: "World", journal: Journal, programme: Programme, skew: int) -> None:
        self.world = world
        self.journal = journal
        self.programme = programme
        self.skew = skew
        self.mine: list[int] = []

    def do(self, edit: Edit, kind: str = "edit") -> None:
        key = next_id(max(self.journal.steps, default=0), NOW + next(self.world.clock) + self.skew)
        changes = field_changes(edit)
        step = Step(key, datetime.now(UTC), f"copy {self.skew}", edit.label or kind)
        self.world.pasts[key] = frozenset(self.journal.steps)
        self.world.changes[key] = changes
        heads, kept = settled(self.journal.heads, self.journal.kept, changes)
        self.journal = Journal(
            {**self.journal.steps, key: step}, {**self.journal.changes, key: changes}, heads, kept
        )
        self.programme = apply(self.programme, edit)
        self.mine.append(key)

    def merge(self, other: "Copy") -> None:
        merged = merge(self.journal, other.journal, self.programme)
        self.programme = apply(self.programme, merged.edit)
        self.journal = Journal(
            {**self.journal.steps, **{step.id: step for step in merged.new}},
            {**self.journal.changes, **merged.changes},
            merged.heads,
            merged.kept,
        )


class World:
    """All copies, and what is truly known of every step."""

    def __init__(self) -> None:
        self.clock = count()
        self.pasts: dict[int, frozenset[int]] = {}
        self.changes: dict[int, tuple[FieldChange, ...]] = {}
        first = Copy(self, Journal({}, {}), Programme.of(), 0)
        first.do(difference("make", Programme.of(), beginning()))
        self.copies = [first]

    def fork(self, source: Copy, skew: int) -> None:
        self.copies.append(Copy(self, source.journal, source.programme, skew))

    def restore(self, copy: Copy, older: Copy) -> None:
        """Put an older copy back in the place of a copy: what it did since lives on in others, or nowhere."""
        place = self.copies.index(copy)
        self.copies[place] = Copy(self, older.journal, older.programme, copy.skew)

    def check(self, copy: Copy) -> None:
        """Compare a copy that has just merged with the meaning of its steps."""
        meaning = Meaning(copy.journal.steps, self.pasts, self.changes)
        there = {(one.table, one.id): spoken(one) for one in copy.programme.records() if one.table != "events"}
        expected = {
            key: spoken(from_plain(key[0], unspoken_again(key, values)))
            for key, values in meaning.records().items()
        }
        assert there == expected
        assert copy.journal.heads == meaning.several()
        assert copy.journal.kept == meaning.kept
        found = {(each.table, each.id, each.field) for each in conflicts_of(copy.journal, copy.programme)}
        assert found == meaning.disputed()


def unspoken_again(key: tuple[str, str], values: dict[str, object]) -> dict[str, object]:
    plain: dict[str, object] = {"id": key[1]}
    for name, value in values.items():
        field, dot, language = name.partition(".")
        if dot and value is not None:
            texts = plain.setdefault(field, {})
            assert isinstance(texts, dict)
            texts[language] = value
        elif not dot:
            plain[field] = value
    return plain


def beginning() -> Programme:
    records: list[Record] = [
        *(Place(id=f"hall{n}", name=Texts(en=f"Hall {n}")) for n in range(3)),
        *(Theme(id=f"theme{n}", name=Texts(en=f"Theme {n}")) for n in range(2)),
        *(Person(id=f"person{n}", name=Texts(en=f"Person {n}")) for n in range(3)),
        *(session(f"session{n}", n) for n in range(3)),
        *(placement(f"session{n}", n) for n in range(3)),
        part("session0", "person0"),
        part("session1", "person1"),
    ]
    return Programme.of(records)


def session(key: str, number: int) -> Session:
    return Session(id=key, title=Texts(en=f"Title {number}"), theme_id=f"theme{number % 2}", minutes=30)


def placement(session_id: str, number: int) -> Placement:
    start = START + timedelta(hours=number)
    return Placement(id=placement_id(session_id), session_id=session_id, place_id=f"hall{number % 3}", start=start)


def part(session_id: str, person_id: str) -> Part:
    return Part(id=part_id(session_id, person_id, "speaker"), session_id=session_id, person_id=person_id)


Doing = Callable[[Programme, Random], Edit]
NOTHING = Edit("", ())


def some_edit(programme: Programme, dice: Random) -> Edit:
    """Return one of the things that people do, as it comes; it may be nothing."""
    return dice.choice(DOINGS)(programme, dice)


def _translate(programme: Programme, dice: Random) -> Edit:
    one = _any(programme.sessions, dice)
    language = dice.choice(("en", "ar", "fr"))
    return translate(programme, one, "title", language, f"T{dice.randrange(4)}") if one else NOTHING


def _lengthen(programme: Programme, dice: Random) -> Edit:
    one = _any(programme.sessions, dice)
    return amend(programme, one, minutes=dice.choice((20, 30, 40))) if one else NOTHING


def _move(programme: Programme, dice: Random) -> Edit:
    one = _any(programme.placements, dice)
    return amend(programme, one, **_where(programme, dice)) if one else NOTHING


def _remove(programme: Programme, dice: Random) -> Edit:
    there = [one for table in programme.tables.values() for one in table.values() if one.table != "events"]
    return remove(programme, [dice.choice(there)]) if there else NOTHING


def _give_theme(programme: Programme, dice: Random) -> Edit:
    one = _any(programme.sessions, dice)
    return amend(programme, one, theme_id=_some(programme.themes, dice)) if one else NOTHING


def _assign(programme: Programme, dice: Random) -> Edit:
    session_id, person_id = _some(programme.sessions, dice), _some(programme.people, dice)
    return add(programme, part(session_id, person_id)) if session_id and person_id else NOTHING


def _add_session(programme: Programme, dice: Random) -> Edit:
    number = dice.randrange(5)
    texts = Texts({dice.choice(("en", "ur")): f"New {number}"})
    return add(programme, replace(session(f"session{number}", number), theme_id=None, title=texts))


def _place(programme: Programme, dice: Random) -> Edit:
    named = _some(programme.sessions, dice)
    return add(programme, replace(placement(named, 0), **_where(programme, dice))) if named else NOTHING


def _put_within(programme: Programme, dice: Random) -> Edit:
    one = _any(programme.places, dice)
    return amend(programme, one, parent_id=_some(programme.places, dice)) if one else NOTHING


def _be_away(programme: Programme, dice: Random) -> Edit:
    start = START + timedelta(days=dice.randrange(2))
    whom = _some(programme.people, dice)
    return add(programme, Absence(id="away", person_id=whom, start=start, end=start + timedelta(hours=2)))


def _name(programme: Programme, dice: Random) -> Edit:
    one = _any(programme.people, dice)
    return translate(programme, one, "name", "fa", f"N{dice.randrange(3)}") if one else NOTHING


DOINGS: tuple[Doing, ...] = (
    *(_translate, _translate, _lengthen, _move, _move, _remove, _give_theme, _assign, _add_session, _place),
    *(_put_within, _be_away, _name),
)


def _where(programme: Programme, dice: Random) -> dict[str, Any]:
    where: dict[str, Any] = {"place_id": _some(programme.places, dice)}
    when: dict[str, Any] = {"start": START + timedelta(hours=dice.randrange(4))}
    return dice.choice((where, when, where | when))


def _some(table: Mapping[str, Record], dice: Random) -> str | None:
    return dice.choice([*sorted(table), None])


def _any(table: Mapping[str, AnyRecord], dice: Random) -> AnyRecord | None:
    return table[dice.choice(sorted(table))] if table else None


def steps_of(world: World, dice: Random, rounds: int) -> Iterator[Copy]:
    """Let people edit, undo, settle, copy and merge; yield each copy that has merged."""
    saved: list[Copy] = []
    for _ in range(rounds):
        copy, other = dice.choice(world.copies), dice.choice(world.copies)
        if dice.random() < 0.05:
            saved.append(Copy(world, copy.journal, copy.programme, 0))
        if saved and dice.random() < 0.02:
            world.restore(copy, dice.choice(saved))
            continue
        match dice.randrange(10):
            case 0 if len(world.copies) < 5:
                world.fork(copy, dice.choice((0, 3, -(10**9), 10**9)))
            case 1 if copy.mine:
                changes = copy.journal.changes[dice.choice(copy.mine)]
                copy.do(inverse_of("undo", changes, copy.programme)[0], "undo")
            case 2:
                settle_one(copy, dice)
            case 3 | 4 if other is not copy:
                copy.merge(other)
                yield copy
            case _:
                with suppress(Refusal):
                    copy.do(some_edit(copy.programme, dice))


def settle_one(copy: Copy, dice: Random) -> None:
    """Settle a conflict one way or another; it is open no longer."""
    conflicts = conflicts_of(copy.journal, copy.programme)
    if not conflicts:
        return
    conflict = dice.choice(conflicts)
    with suppress(Refusal):
        copy.do(settle(copy.programme, conflict, dice.choice(conflict.sides), copy.journal))
        left = {(each.table, each.id, each.field) for each in conflicts_of(copy.journal, copy.programme)}
        assert (conflict.table, conflict.id, conflict.field) not in left


def run(seed: int, rounds: int) -> World:
    world, dice = World(), Random(seed)  # noqa: S311 - dice, no secrets
    world.fork(world.copies[0], 5)
    for copy in steps_of(world, dice, rounds):
        world.check(copy)
    return world


def bring_together(world: World, dice: Random) -> None:
    for _ in range(2):
        pairs = list(permutations(world.copies, 2))
        dice.shuffle(pairs)
        for one, other in pairs:
            one.merge(other)
            world.check(one)
