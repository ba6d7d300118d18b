"""Tests that take minutes or hours run only where they are asked for by name."""

import faulthandler
from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Pass over this folder unless the command line names it or a file in it."""
    here = Path(__file__).parent
    asked = (config.invocation_params.dir / argument.split("::")[0] for argument in config.args)
    return None if any(here in (path, *path.parents) for path in asked) else True


@pytest.fixture(autouse=True)
def no_time_limit() -> None:
    """Let these tests take longer than any other may."""
    faulthandler.cancel_dump_traceback_later()
