"""Fetch the faces that Majlis prints with into `resources/fonts`, from the npm packages that carry them.

    .venv/bin/python packaging/fetch_fonts.py [FOLDER_WITH_PACKED_ARCHIVES]

Each face is a static TrueType font under the SIL Open Font License. What this script changes: screen hinting is
taken out, and the Chinese face keeps the characters of GB 2312, the commoner half of Big5 and the first level of
JIS X 0208. The licence of each family is kept beside its faces. Needs `npm`; a folder with archives made before
spares the network.
"""

from dataclasses import dataclass
from pathlib import Path
import subprocess
import sys
import tarfile
import tempfile
from typing import Any

import uharfbuzz

hb: Any = uharfbuzz
"""HarfBuzz, which ships no types for Python."""
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"


@dataclass(frozen=True)
class Package:
    """A package of the registry: its name without scope, its version, its family, the faces wanted."""

    name: str
    version: str
    family: str
    faces: tuple[str, ...] = ("Regular", "Bold")
    only: str = ""
    """The name of a set of characters to keep; all where empty."""

    @property
    def archive(self) -> str:
        """Return the name of the file that `npm pack` writes."""
        return f"expo-google-fonts-{self.name}-{self.version}.tgz"


ALL_FOUR = ("Regular", "Bold", "Italic", "BoldItalic")
PACKAGES = (
    Package("noto-sans", "0.4.2", "NotoSans", ALL_FOUR),
    Package("noto-serif", "0.4.2", "NotoSerif", ALL_FOUR),
    Package("noto-naskh-arabic", "0.4.5", "NotoNaskhArabic"),
    Package("noto-sans-arabic", "0.4.3", "NotoSansArabic"),
    Package("noto-nastaliq-urdu", "0.4.2", "NotoNastaliqUrdu"),
    Package("vazirmatn", "0.4.1", "Vazirmatn"),
    Package("noto-sans-bengali", "0.4.4", "NotoSansBengali"),
    Package("noto-serif-bengali", "0.4.4", "NotoSerifBengali"),
    Package("noto-sans-devanagari", "0.4.1", "NotoSansDevanagari"),
    Package("noto-sans-hebrew", "0.4.1", "NotoSansHebrew"),
    Package("noto-sans-armenian", "0.4.2", "NotoSansArmenian"),
    Package("noto-sans-georgian", "0.4.3", "NotoSansGeorgian"),
    Package("noto-sans-tamil", "0.4.3", "NotoSansTamil"),
    Package("noto-sans-thai", "0.4.2", "NotoSansThai"),
    Package("noto-sans-ethiopic", "0.4.2", "NotoSansEthiopic", ("Regular",)),
    Package("noto-sans-sc", "0.4.3", "NotoSansSC", ("Regular",), only="chinese"),
    Package("noto-sans-kr", "0.4.3", "NotoSansKR", ("Regular",), only="korean"),
    Package("noto-sans-math", "0.4.2", "NotoSansMath", ("Regular",), only="mathematics"),
    Package("noto-sans-symbols", "0.4.1", "NotoSansSymbols", ("Regular",)),
    Package("noto-sans-symbols-2", "0.4.1", "NotoSansSymbols2", ("Regular",), only="symbols"),
    Package("noto-sans-mono", "0.4.2", "NotoSansMono", ("Regular",), only="blocks"),
    Package("noto-emoji", "0.4.7", "NotoEmoji", ("Regular",)),
)
MEMBER = {
    "Regular": "400Regular",
    "Bold": "700Bold",
    "Italic": "400Regular_Italic",
    "BoldItalic": "700Bold_Italic",
}


def main(arguments: list[str]) -> None:
    """Fetch every package, and write its faces and its licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for package in PACKAGES:
            archive = _archive(package, [*map(Path, arguments), Path(temporary)])
            _unpack(package, archive)
    total = sum(path.stat().st_size for path in FONTS.iterdir())
    print(f"{FONTS}: {total / 1e6:.1f} MB")


def _archive(package: Package, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / package.archive).is_file():
            return folder / package.archive
    specification = f"@expo-google-fonts/{package.name}@{package.version}"
    subprocess.run(
        ["npm", "pack", "--silent", specification], cwd=folders[-1], check=True, stdout=subprocess.DEVNULL
    )
    return folders[-1] / package.archive


def _unpack(package: Package, archive: Path) -> None:
    with tarfile.open(archive) as packed:
        for face in package.faces:
            member = f"package/{MEMBER[face]}/{package.family}_{MEMBER[face]}.ttf"
            target = FONTS / f"{package.family}-{face}.ttf"
            target.write_bytes(_subset(_read(packed, member), package.only))
            print(f"{target.name}: {target.stat().st_size / 1e3:.0f} kB")
        (FONTS / f"{package.family}-OFL.txt").write_bytes(_read(packed, "package/LICENSE_FONT"))


def _read(packed: tarfile.TarFile, member: str) -> bytes:
    file = packed.extractfile(member)
    if file is None:
        raise FileNotFoundError(member)
    return file.read()


def _subset(font: bytes, only: str) -> bytes:
    """Return the font without hinting and, where a set is named, with the characters of that set alone."""
    face = hb.Face(hb.Blob(font))
    wanted = hb.SubsetInput()
    if only:
        wanted.unicode_set.update(set(face.unicodes) & _characters(only))
    else:
        wanted.keep_everything()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face, wanted).blob.data)


def _characters(name: str) -> set[int]:
    punctuation = {*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2040), *range(0x3000, 0x3040)}
    wide_forms = {*range(0xFF00, 0xFFF0)}
    match name:
        case "chinese":
            ideographs = _encoded("gb2312", range(0xA1, 0xF8)) | _encoded("big5", range(0xA4, 0xC7))
            japanese = _encoded("euc_jp", range(0xA1, 0xD0))
            return punctuation | wide_forms | ideographs | japanese | {*range(0x3040, 0x3130)}
        case "korean":
            return (
                punctuation
                | _encoded("euc_kr", range(0xB0, 0xC9))
                | {*range(0x1100, 0x1200), *range(0x3130, 0x3190)}
            )
        case "mathematics":
            return {*range(0x20, 0x7F), *range(0x2100, 0x2400), *range(0x27C0, 0x2B00), *range(0x1D400, 0x1D800)}
        case "blocks":
            return {0x20, *range(0x2500, 0x25A0)}
        case _:
            return {0x20, *range(0x2190, 0x2C00), *range(0x1F000, 0x1FB00)}


def _encoded(encoding: str, rows: range) -> set[int]:
    """Return the characters of the rows (first bytes) of a two-byte encoding."""
    pairs = (bytes((row, cell)) for row in rows for cell in range(0x40, 0xFF))
    return {ord(text) for pair in pairs if len(text := pair.decode(encoding, "ignore")) == 1 and ord(text) > 0x7F}


if __name__ == "__main__":
    main(sys.argv[1:])
