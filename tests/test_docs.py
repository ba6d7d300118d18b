"""The documents test themselves: what they tell people to type can be typed, and what they name is there."""

from pathlib import Path
import re
import shlex

import pytest

from majlis.cli.arguments import COMMANDS, parse
from majlis.cli.run import run
from majlis.resources import resource

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
LINES = re.findall(r"^majlis (.+)$", README, re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_the_readme_is_a_command(line: str) -> None:
    assert parse(shlex.split(line)).command in COMMANDS


def test_every_command_has_a_text_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--help"])
    told = dict(re.findall(r"^    (\w+) +(\S.+)$", capsys.readouterr().out, re.MULTILINE))
    assert set(told) == set(COMMANDS)
    assert len(set(told.values())) == len(COMMANDS)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_to_files(name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_paths_that_the_documents_name_are_there() -> None:
    for name in ("CONTRIBUTING.md", "tests/README.md"):
        for path in re.findall(r"`((?:src|tests|packaging|resources)/[\w./]+)`", (ROOT / name).read_text("utf-8")):
            assert (ROOT / path).exists(), path


def test_every_package_says_what_lives_in_it() -> None:
    for package in (ROOT / "src").rglob("__init__.py"):
        assert len(package.read_text("utf-8").splitlines()) > 2, package


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_dependencies_are_pinned_with_hashes_and_without_addresses(lock: str) -> None:
    text = (ROOT / "packaging" / lock).read_text("utf-8")
    pins = re.findall(r"^[a-z][\w.-]*==\S+", text, re.MULTILINE)
    blocks = re.split(r"\n(?=[a-z])", text.strip())
    assert len(pins) == len(blocks)
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_fonts_and_icons_have_their_licences() -> None:
    families = {path.stem.split("-")[0] for path in resource("fonts").glob("*.ttf")}
    licensed = {path.stem.split("-")[0] for path in resource("fonts").glob("*OFL*")}
    assert families <= licensed
    assert any("icense" in path.name.lower() or "isc" in path.name.lower() for path in resource("icons").iterdir())
