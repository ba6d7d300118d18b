"""Pictures: looked at before they are read."""

import io

from PIL import Image
import pytest

from majlis.programme.refusal import Refusal
from majlis.typesetting.pdf.pictures import Picture


def file_of(image: Image.Image, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


def test_a_picture_has_as_many_pixels_as_its_size_on_paper_needs() -> None:
    picture = Picture(file_of(Image.new("RGB", (2000, 1000), "red"), "JPEG"))
    assert (picture.width, picture.height, picture.at(72, 36).size) == (2000, 1000, (300, 150))


def test_transparency_is_kept() -> None:
    assert Picture(file_of(Image.new("RGBA", (4, 4)))).at(72, 72).mode == "RGBA"


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="“photo” is no picture"):
        Picture(data, "photo")


def test_a_picture_of_too_many_pixels_is_refused_unread() -> None:
    with pytest.raises(Refusal, match="too many to print"):
        Picture(file_of(Image.new("1", (9000, 9000))), "photo")


def test_a_damaged_picture_is_refused() -> None:
    data = file_of(Image.effect_noise((200, 200), 90))
    with pytest.raises(Refusal, match="damaged"):
        Picture(data[: len(data) // 2], "photo").at(100, 100)
