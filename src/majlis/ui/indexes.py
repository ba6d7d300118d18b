"""What every item model needs: the kinds of index, the index of none, and the value of none."""

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex

NOWHERE: Final = QModelIndex()
NO_VALUE: Final = cast("object", None)
"""What a guarded `data` returns where it raises."""
