"""The command that saves what can be read of a damaged file: recover."""

from argparse import Namespace

from majlis.cli.output import note, progress_to_terminal, say_json, say_table
from majlis.rescue import Rescued, rescue


def recover(arguments: Namespace) -> int:
    """Save what can be read of a damaged file in a new one; 1 where something is known or feared to be lost."""
    rescued = rescue(arguments.file, arguments.out, progress_to_terminal)
    if arguments.json:
        say_json(
            {
                "file": str(rescued.path),
                "saved": rescued.saved,
                "lost": rescued.lost,
                "unsure": rescued.unsure,
                "doubtful": [{"table": table, "id": key} for table, key in rescued.doubtful],
                "steps": rescued.steps,
                "complete": rescued.complete,
            }
        )
    else:
        _tell(rescued)
    note(f"“{rescued.path}” is made of what could be read of “{arguments.file}”, which is as it was.")
    return int(not rescued.complete)


def _tell(rescued: Rescued) -> None:
    tables = [*rescued.saved, *(table for table in rescued.lost if table not in rescued.saved)]
    rows = ((table, rescued.saved.get(table, 0), _loss(rescued, table)) for table in tables)
    say_table(("", "saved", "lost"), rows)
    if rescued.steps:
        print(f"The history was saved whole: {rescued.steps} step{'s' if rescued.steps > 1 else ''}.")
    else:
        print("The history could not be saved; the new file begins with what was recovered.")
    for table, key in rescued.doubtful:
        print(f"{table} {key}: the file told two things of it, and the history was believed; check it.")


def _loss(rescued: Rescued, table: str) -> str:
    known = rescued.lost.get(table, 0)
    if table in rescued.unsure:
        return f"{known or ''} perhaps more".strip() if known else "perhaps some"
    return str(known)
