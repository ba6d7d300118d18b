"""How long the window takes to be there and to follow an edit, on a real conference.

    .venv/bin/python tests/benchmarks/bench_window.py FILE.majlis

Each figure is the median of several; a start runs from a process's first instruction until the window has been
painted. Uses a copy of the file and settings of its own. Prints a table; never fails by time.
"""

import os
from pathlib import Path
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

START = """
import sys, time
begin = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from majlis.ui.app import open_window
application = QApplication([])
window = open_window(Path(sys.argv[1]))
window.resize(1600, 900)
application.processEvents()
shown = time.perf_counter() - begin
from majlis.programme.edits.records import translate
live = window.live
took = []
for number in range(15):
    session = next(iter(live.programme.sessions.values()))
    start = time.perf_counter()
    live.do(translate(live.programme, session, "title", "en", f"Title {number}"))
    application.processEvents()
    took.append(time.perf_counter() - start)
window.close()
print(shown, sorted(took)[len(took) // 2], max(took))
"""


def main(source: str) -> None:
    """Measure and print."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "copy.majlis")
        shutil.copy(source, path)
        environment["MAJLIS_SETTINGS"] = folder
        figures: list[tuple[float, ...]] = []
        wholes: list[float] = []
        for _ in range(5):
            begin = time.perf_counter()
            command = [sys.executable, "-c", START, str(path)]
            done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
            wholes.append(time.perf_counter() - begin)
            figures.append(tuple(float(word) for word in done.stdout.split()))
        shown, edit, slowest = (statistics.median(column) for column in zip(*figures, strict=True))
        print(f"window shown and painted      {shown:6.2f} s     promised < 1.5 s")
        print(f"an edit, saved and painted    {edit * 1000:6.1f} ms    promised < 50 ms")
        print(f"the slowest of fifteen        {slowest * 1000:6.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
