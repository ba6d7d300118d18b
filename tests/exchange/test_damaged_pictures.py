"""Damaged and made-up pictures: whatever the bytes are, a picture within its bounds comes of them or a word."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from majlis.exchange.picture_form import is_plain, is_sequential
from majlis.exchange.pictures import SIDE, Picture, picture_of
from majlis.programme.refusal import Refusal
from sample_pictures import holed, opened, sample, with_notes, written

MADE = (
    written(image, kind, **options)
    for image, kind, options in (
        (sample(40, 60), "JPEG", {}),
        (sample(40, 60), "JPEG", {"progressive": True}),
        (sample(40, 60, "CMYK"), "JPEG", {}),
        (sample(40, 60), "PNG", {}),
        (holed(40, 60), "PNG", {}),
        (sample(40, 60, "P"), "PNG", {"bits": 4}),
        (sample(40, 60), "GIF", {"save_all": True, "append_images": [sample(40, 60)]}),
        (sample(40, 60), "BMP", {}),
        (sample(40, 60, "P"), "BMP", {}),
        (sample(40, 60), "WEBP", {}),
        (holed(40, 60), "WEBP", {"lossless": True}),
        (sample(40, 60), "TIFF", {}),
        (sample(40, 60), "TIFF", {"compression": "tiff_lzw"}),
        (sample(40, 60), "TIFF", {"compression": "jpeg"}),
        (sample(40, 60, "1"), "TIFF", {"compression": "group4"}),
        (sample(40, 60, "F"), "TIFF", {}),
        (sample(40, 60, "I;16"), "PNG", {}),
    )
)
SEEDS = (*MADE, with_notes(6))


def check_harmless(data: bytes) -> None:
    """Take in any bytes: a picture within its bounds, or a sentence, and soon."""
    started = time.perf_counter()
    try:
        taken = picture_of(data)
    except Refusal as refusal:
        told = str(refusal)
    else:
        check_kept(taken)
        told = "."
    assert told.endswith(".")
    assert time.perf_counter() - started < 10


def check_kept(taken: Picture) -> None:
    kept = opened(taken.data)
    assert kept.size == (taken.width, taken.height)
    assert max(kept.size) <= SIDE
    assert is_plain(taken.data)
    assert taken == picture_of(taken.data)


@given(st.sampled_from(SEEDS), st.data())
@settings(max_examples=150)
def test_damaged_pictures_do_no_harm(seed: bytes, data: st.DataObject) -> None:
    damaged = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        match data.draw(st.sampled_from(("set", "cut", "insert", "repeat"))):
            case "set":
                damaged[at] = data.draw(st.integers(0, 255))
            case "cut":
                del damaged[at : at + data.draw(st.integers(1, 40))]
            case "insert":
                damaged[at:at] = data.draw(st.binary(max_size=12))
            case _:
                damaged[at:at] = damaged[at : at + 200]
        if not damaged:
            break
    check_harmless(bytes(damaged))


@given(st.sampled_from([seed[:12] for seed in SEEDS]), st.binary(max_size=400))
def test_what_only_begins_as_a_picture_does_no_harm(beginning: bytes, rest: bytes) -> None:
    check_harmless(beginning + rest)


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_every_byte_of_a_head_may_be_wrong(number: int) -> None:
    seed = SEEDS[number]
    chance = random.Random(number)  # noqa: S311 - seeded, so that it repeats
    for at in range(0, min(len(seed), 200), 3):
        check_harmless(seed[:at] + bytes([chance.randrange(256)]) + seed[at + 1 :])


@given(st.binary(max_size=300))
def test_the_form_of_any_bytes_can_be_asked(data: bytes) -> None:
    for beginning in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"):
        assert is_plain(beginning + data) in {True, False}
        assert is_sequential(beginning + data) in {True, False}
