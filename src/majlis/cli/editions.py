"""The commands about editions: freeze one, and say what changed since and whom to tell."""

from argparse import Namespace
from collections.abc import Iterable
import re
from typing import Any

from majlis.calendars.words import short_day
from majlis.cli.output import note, say_json
from majlis.document import Document
from majlis.programme.alterations import Alteration, Told, alterations, people_to_tell
from majlis.programme.alterations.telling import session_of
from majlis.programme.alterations.wording import Wording
from majlis.programme.names import full_name
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal


def freeze(arguments: Namespace) -> int:
    """Keep the programme as it is as the next edition."""
    with Document.open(arguments.file) as document:
        edition = document.freeze(arguments.note)
    note(f"Edition {edition.number} of “{arguments.file}” is frozen.")
    return 0


def changes(arguments: Namespace) -> int:
    """Say what changed since an edition, and whom to tell."""
    with Document.open(arguments.file, writable=False) as document:
        edition = edition_called(document.programme, arguments.since)
        if edition is None:
            raise Refusal(f"“{arguments.file}” has no edition yet; `majlis freeze FILE` makes the first.")
        old, new = document.edition_programme(edition), document.programme
    items = alterations(old, new)
    told = people_to_tell(old, new, items)
    wording = Wording(old, new, short_day)
    if arguments.json:
        say_json(
            {
                "edition": to_plain(edition),
                "changes": [_as_json(wording, item) for item in items],
                "people": [_person_as_json(wording, each) for each in told],
            }
        )
    else:
        _say(wording, edition, items, told)
    return 0


def edition_called(programme: Programme, number: int | None) -> Edition | None:
    """Return the edition of a number, the latest one without a number, or None where there is none at all.

    Raises `Refusal` where there are editions, but none of this number.
    """
    editions = programme.editions_in_order()
    found = [edition for edition in editions if number in (None, edition.number)]
    if not found and number is not None:
        there = ", ".join(str(edition.number) for edition in editions) or "none at all"
        raise Refusal(f"There is no edition {number}; there is {there}.")
    return found[-1] if found else None


def _as_json(wording: Wording, item: Alteration) -> dict[str, Any]:
    kind = re.sub(r"(?<!^)(?=[A-Z])", "_", type(item).__name__).lower()
    return {
        "kind": kind,
        "session_id": session_of(wording.old, wording.new, item),
        "text": wording.sentence(item),
    }


def _person_as_json(wording: Wording, told: Told) -> dict[str, Any]:
    person = wording.new.people.get(told.person_id) or wording.old.people[told.person_id]
    return {
        "person_id": told.person_id,
        "name": dict(person.name),
        "contacts": dict(person.contacts),
        "texts": [wording.sentence(item) for item, _ in told.items],
    }


def _say(wording: Wording, edition: Edition, items: Iterable[Alteration], told: Iterable[Told]) -> None:
    said = [wording.sentence(item) for item in items]
    print("\n".join(said) or f"Nothing has changed since edition {edition.number}.")
    for each in told:
        person = wording.new.people.get(each.person_id) or wording.old.people[each.person_id]
        contacts = ", ".join(person.contacts.values())
        print(f"\n{full_name(person, wording.new.event.languages)}{f' ({contacts})' if contacts else ''}")
        for item, _ in each.items:
            print(f"  {wording.sentence(item)}")
