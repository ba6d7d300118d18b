"""What all tests share: windows without a screen, settings of their own, and one profile for hypothesis."""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("majlis", deadline=None, max_examples=15, suppress_health_check=_SLOW)
settings.register_profile("long", deadline=None, max_examples=1_000, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("MAJLIS_TESTS", "majlis"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what the program remembers out of the user's own settings: a fresh folder for each test."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("MAJLIS_SETTINGS", str(folder))
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the screenless platform says of itself: it can't raise windows nor hint at their size."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
