"""What came of saving a damaged file, in words: how many records of each kind, what is lost, and what to check."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from majlis.rescue import Rescued

_CONTEXT = "Rescuing"


def head_in_words(rescued: Rescued) -> str:
    """Return in a few words how well it went."""
    tr = QCoreApplication.translate
    if rescued.complete:
        return tr(_CONTEXT, "Everything was saved")
    if not rescued.lost and not rescued.unsure:
        return tr(_CONTEXT, "The programme was saved")
    return tr(_CONTEXT, "What could be read was saved")


def outcome_in_words(rescued: Rescued) -> str:
    """Return what was saved and lost: a line for the records, one for what is missing, one for the history."""
    tr = QCoreApplication.translate
    lines = [tr(_CONTEXT, "Saved: {counts}.").format(counts=_counted(rescued.saved))]
    if rescued.lost:
        lines.append(tr(_CONTEXT, "Lost: {counts}.").format(counts=_counted(rescued.lost)))
    if rescued.unsure:
        tables = ", ".join(rescued.unsure)
        lines.append(tr(_CONTEXT, "More may be missing among: {tables}. Check these.").format(tables=tables))
    if rescued.doubtful:
        tables = ", ".join(dict.fromkeys(table for table, _ in rescued.doubtful))
        words = tr(_CONTEXT, "Of {count} records ({tables}) the file told two things; check these.")
        lines.append(words.format(count=f"{len(rescued.doubtful):,}", tables=tables))
    return "\n".join([*lines, _history(rescued.steps)])


def _history(steps: int) -> str:
    tr = QCoreApplication.translate
    if steps == 0:
        return tr(_CONTEXT, "The history could not be saved, since some of it is lost; it begins anew.")
    if steps == 1:
        return tr(_CONTEXT, "The history was saved whole: 1 step.")
    return tr(_CONTEXT, "The history was saved whole: {count} steps.").format(count=f"{steps:,}")


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {table}" for table, count in counts.items() if table != "events")
