"""What all tests share: windows without a screen, settings of their own, and one profile for hypothesis."""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("majlis", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("majlis")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what the program remembers out of the user's own settings: a fresh folder for each test."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("MAJLIS_SETTINGS", str(folder))
    return folder
