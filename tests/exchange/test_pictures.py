"""Pictures of people: what is taken, turned and left out, what is refused before it is decoded, and what harms."""

import struct
import subprocess
import sys
import textwrap
import time
import zlib

from PIL import Image, ImageCms
import pytest

from majlis.exchange.picture_form import is_plain, is_sequential, scans
from majlis.exchange.pictures import (
    LARGEST_KEPT,
    LARGEST_SOURCE,
    LONGEST_KEPT,
    MOST_SCANS,
    SIDE,
    picture_of,
    raster_of,
)
from majlis.programme.ids import content_hash
from majlis.programme.refusal import Refusal
from sample_pictures import SPOTS, holed, is_near, opened, photo, quarters, sample, with_notes, written

KINDS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")


def refused(data: bytes, name: str = "leila.jpg") -> str:
    with pytest.raises(Refusal) as caught:
        picture_of(data, name)
    return str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_taken_and_looks_as_before(kind: str) -> None:
    taken = picture_of(written(sample(), kind))
    assert (taken.width, taken.height) == (120, 160)
    assert is_near(quarters(taken.data), SPOTS)
    assert taken.hash == content_hash(taken.data)
    assert is_plain(taken.data)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "PNG"])
def test_of_a_film_the_first_picture_is_taken(kind: str) -> None:
    others = [Image.new("RGB", (120, 160), colour) for colour in ("black", "white")]
    taken = picture_of(written(sample(), kind, save_all=True, append_images=others))
    assert is_near(quarters(taken.data), SPOTS)


def test_a_large_picture_is_scaled_down_and_keeps_its_shape() -> None:
    taken = picture_of(photo(2700, 3600))
    assert (taken.width, taken.height) == (675, SIDE)
    assert picture_of(photo(3600, 1200)).width == SIDE
    assert len(taken.data) < 40_000


def test_a_small_picture_is_not_blown_up() -> None:
    taken = picture_of(photo(20, 10))
    assert (taken.width, taken.height) == (20, 10)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    lying = sample().transpose(back[orientation]) if orientation in back else sample()
    notes = Image.Exif()
    notes[0x0112] = orientation
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        taken = picture_of(written(lying, kind, exif=notes))
        assert (taken.width, taken.height) == (120, 160), kind
        assert is_near(quarters(taken.data), SPOTS), kind


def test_nothing_but_the_picture_is_kept() -> None:
    data = with_notes()
    assert b"Camera of Doha" in data
    taken = picture_of(data)
    assert is_plain(taken.data)
    assert not any(words in taken.data for words in (b"Exif", b"Doha", b"sea", b"ICC_PROFILE", b"http"))
    assert dict(opened(taken.data).getexif()) == {}
    assert not is_plain(data)


def test_the_same_picture_gives_the_same_bytes_and_what_is_kept_stays_as_it_is() -> None:
    for data in (with_notes(6), written(holed(), "PNG"), photo(2000, 2000)):
        first = picture_of(data)
        assert picture_of(data) == first
        assert picture_of(first.data) == first


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_shows_through_stays_so(kind: str) -> None:
    kept = opened(picture_of(written(holed(), kind, **({"lossless": True} if kind == "WEBP" else {}))).data)
    assert (kept.format, kept.mode) == ("PNG", "RGBA")
    assert kept.getpixel((10, 10)) == (0, 0, 0, 0)
    assert kept.getpixel((100, 20)) == (*SPOTS[1], 255)


def test_the_edge_of_a_hole_takes_no_colour_from_it() -> None:
    image = Image.new("RGBA", (3600, 3600), (255, 255, 255, 255))
    image.paste((0, 0, 0, 0), (0, 0, 1801, 3600))
    kept = opened(picture_of(written(image, "PNG")).data)
    edge = [kept.getpixel((x, 450)) for x in range(440, 460)]
    assert all(isinstance(one, tuple) and (one[3] < 16 or min(one[:3]) > 240) for one in edge)


def test_a_picture_that_shows_nothing_through_is_kept_as_jpeg() -> None:
    for image in (sample(mode="RGBA"), sample(mode="LA"), sample(mode="P")):
        assert opened(picture_of(written(image, "PNG")).data).format == "JPEG"


def test_a_transparent_colour_of_a_palette_shows_through() -> None:
    image = sample().quantize(8)
    holes = image.getpixel((10, 10))
    kept = opened(picture_of(written(image, "PNG", transparency=holes)).data)
    pixel = kept.getpixel((10, 10))
    assert isinstance(pixel, tuple)
    assert pixel[3] == 0


def test_a_picture_that_is_transparent_all_over_is_refused() -> None:
    data = written(Image.new("RGBA", (30, 30)), "PNG")
    assert refused(data, "ghost.png") == (
        "“ghost.png” is transparent all over, so there is nothing to see. Choose another picture."
    )


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("1", "PNG"),
        ("L", "JPEG"),
        ("P", "GIF"),
        ("CMYK", "JPEG"),
        ("CMYK", "TIFF"),
        ("YCbCr", "JPEG"),
        ("LAB", "TIFF"),
    ],
)
def test_pictures_of_other_colours_become_those_of_screens(mode: str, kind: str) -> None:
    image = sample(mode=mode) if mode != "LAB" else lab()
    kept = opened(picture_of(written(image, kind)).data)
    assert kept.mode == "RGB"
    if mode not in {"1", "L", "LAB"}:
        assert is_near(quarters(written(kept, "PNG")), SPOTS, 20)


def lab() -> Image.Image:
    profiles = (ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"))
    found = ImageCms.profileToProfile(sample(), *profiles, outputMode="LAB")
    assert found is not None
    return found


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    deep = Image.new("I;16", (40, 40), 0)
    deep.paste(32_896, (20, 0, 40, 40))
    for kind in ("PNG", "TIFF"):
        kept = opened(picture_of(written(deep, kind)).data).convert("L")
        assert abs(shade(kept, 30) - 128) <= 2
        assert shade(kept, 5) <= 2


def test_grey_of_an_unknown_range_is_spread_over_all_shades() -> None:
    for mode, low, high in (("I", -2_000_000, 3_000_000), ("F", -0.5, 0.5), ("F", 0.0, 40_000.0), ("I", 7, 7)):
        deep = Image.new(mode, (40, 40), low)
        deep.paste(high, (20, 0, 40, 40))
        kept = opened(picture_of(written(deep, "TIFF")).data).convert("L")
        assert shade(kept, 30) >= shade(kept, 5)


def shade(image: Image.Image, x: int) -> int:
    found = image.getpixel((x, 20))
    assert isinstance(found, int)
    return found


def test_the_colours_of_a_profile_become_those_of_screens() -> None:
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(swapped[128:132], "big")
    tags = {bytes(swapped[132 + 12 * at : 136 + 12 * at]): 132 + 12 * at for at in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    swapped[red + 4 : red + 12], swapped[green + 4 : green + 12] = (
        swapped[green + 4 : green + 12],
        swapped[red + 4 : red + 12],
    )
    data = written(Image.new("RGB", (30, 30), (220, 30, 30)), "PNG", icc_profile=bytes(swapped))
    assert is_near(quarters(picture_of(data).data), ((30, 220, 30),) * 4, 25)
    broken = written(Image.new("RGB", (30, 30), (220, 30, 30)), "PNG", icc_profile=b"no profile" * 20)
    assert is_near(quarters(picture_of(broken).data), ((220, 30, 30),) * 4)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“x” is empty. Choose another file."),
        (b"\0" * 900, "“x” is empty. Choose another file."),
        (b"%PDF-1.7\n", "“x” is a PDF. Choose a picture: JPEG, PNG, WebP, GIF, BMP or TIFF."),
        (b"PK\x03\x04....", "“x” is an archive or an office document. Choose a picture:"),
        (b"\xef\xbb\xbf <svg xmlns='x'>".ljust(60), "“x” is an SVG drawing. Choose a picture:"),
        (b"<?xml version='1.0'?><svg/>", "“x” is an XML file or an SVG drawing. Choose a picture:"),
        (b"Dear committee", "“x” is no picture that is known. Choose a picture:"),
        (b"\0\0\0\x18ftypisom\0\0\2\0isomiso2", "“x” is a film. Choose a picture:"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "“x” is a HEIC picture of a phone, which can't be read. Send it"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "“x” is a HEIC picture of a phone, which can't be read. Send it"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "“x” is an AVIF picture, which can't be read. Open it in any"),
        (b"BM" + b"\0" * 60, "“x” is damaged or cut short. Save it again as JPEG, or choose another."),
        (b"RIFF\4\0\0\0WEBP", "“x” is damaged or cut short."),
    ],
)
def test_what_is_no_picture_is_refused_with_what_it_is(data: bytes, sentence: str) -> None:
    assert refused(data, "x").startswith(sentence)


def test_a_picture_is_known_by_its_content_not_by_its_name() -> None:
    assert picture_of(written(sample(), "PNG"), "portrait.jpg").width == 120


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_was_cut_short_is_refused(kind: str) -> None:
    noise = Image.effect_noise((300, 300), 90).convert("RGB")
    data = written(noise, kind)
    assert refused(data[: len(data) // 2]) == (
        "“leila.jpg” is damaged or cut short. Save it again as JPEG, or choose another."
    )


def test_a_file_beyond_all_measure_is_refused_unread() -> None:
    assert refused(b"\xff\xd8\xff" + b"\0" * LARGEST_SOURCE) == (
        "“leila.jpg” has 30 MB; 30 are the most that a picture may have. Save a smaller copy of it."
    )


def png_of_nothing(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large, with hardly any pixels in it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    started = time.perf_counter()
    assert refused(png_of_nothing(9_000, 9_000)) == (
        "“leila.jpg” has 9,000 × 9,000 pixels, too many for a picture. Save a smaller copy of it."
    )
    for side in (20_000, 60_000, 2**31 - 1):
        assert "pixels, too many for a picture" in refused(png_of_nothing(side, side))
    assert time.perf_counter() - started < 1


def test_a_jpeg_of_many_scans_is_refused_before_it_is_decoded() -> None:
    data = written(sample(800, 800), progressive=True)
    last = data[data.rfind(b"\xff\xda") : -2]
    assert "layers, as no camera does" in refused(data[:-2] + last * MOST_SCANS + b"\xff\xd9")
    assert scans(data) <= 12


def test_only_a_jpeg_of_one_scan_may_be_huge() -> None:
    grey = Image.new("L", (9_000, 9_000))
    assert is_sequential(photo())
    assert picture_of(written(grey, quality=1)).width == SIDE
    layered = written(grey, quality=1, progressive=True)
    assert not is_sequential(layered)
    assert "9,000 × 9,000 pixels" in refused(layered)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited so on Linux alone")
@pytest.mark.parametrize(
    ("kind", "mode", "width", "height", "options"),
    [
        ("JPEG", "L", 13_000, 13_000, {"quality": 1}),
        ("JPEG", "CMYK", 7_000, 7_000, {"quality": 1, "progressive": True}),
        ("PNG", "RGBA", 7_000, 7_000, {}),
        ("WEBP", "RGB", 4_990, 4_990, {"quality": 1}),
    ],
)
def test_the_largest_pictures_take_no_more_memory_than_a_laptop_has(
    kind: str, mode: str, width: int, height: int, options: dict[str, object]
) -> None:
    data = written(Image.new(mode, (width, height)), kind, **options)
    program = """
        import resource, sys
        from majlis.exchange.pictures import Refusal, picture_of
        data = sys.stdin.buffer.read()
        def memory():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        before = memory()
        try:
            picture_of(data)
        except Refusal as refusal:
            assert "transparent all over" in str(refusal), refusal
        print((memory() - before) // 1024)
    """
    # A process that is forked starts with its parent's greatest memory, so a small one stands between.
    shell = [sys.executable, "-c", "import os, sys; os.execv(sys.executable, [sys.executable, '-c', sys.argv[1]])"]
    done = subprocess.run([*shell, textwrap.dedent(program)], input=data, capture_output=True, check=True)
    assert int(done.stdout) < 500


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited so on Linux alone")
def test_where_memory_is_short_a_picture_is_refused_in_a_sentence() -> None:
    program = """
        import resource, sys
        from majlis.exchange.pictures import Refusal, picture_of
        data = sys.stdin.buffer.read()
        with open("/proc/self/statm") as now:
            used = int(now.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + 60_000_000, used + 60_000_000))
        try:
            picture_of(data, "leila.png")
        except Refusal as refusal:
            print(refusal)
    """
    data = written(Image.new("RGB", (7_000, 7_000)), "PNG")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], input=data, capture_output=True, check=True
    )
    sentence = "“leila.png” needs more memory than there is. Save a smaller copy of it."
    assert done.stdout.decode().strip() == sentence


def test_the_pixels_of_a_kept_picture_are_its_own() -> None:
    taken = picture_of(written(holed(), "PNG"))
    raster = raster_of(taken.data)
    assert (raster.width, raster.height, len(raster.pixels)) == (120, 160, 120 * 160 * 4)
    assert raster.pixels[:4] == bytes(4)
    assert raster.pixels[4 * 100 : 4 * 101] == bytes((*SPOTS[1], 255))


def test_what_a_strangers_file_holds_as_a_picture_is_shown_only_within_bounds() -> None:
    for data in (
        written(sample(LONGEST_KEPT + 1, LONGEST_KEPT), progressive=True),
        png_of_nothing(LONGEST_KEPT + 1, LONGEST_KEPT),
        b"\xff\xd8\xff" + b"\0" * LARGEST_KEPT,
        b"a snapshot",
    ):
        with pytest.raises(Refusal):
            raster_of(data)


def test_a_picture_with_something_behind_or_before_it_is_not_plain() -> None:
    kept = picture_of(photo()).data
    png = picture_of(written(holed(), "PNG")).data
    assert is_plain(kept)
    assert is_plain(png)
    assert not is_plain(kept + b"more")
    assert not is_plain(png + b"more")
    assert not is_plain(kept[:-2])
    assert not is_plain(png[:-12])
    assert not is_plain(kept[:2] + b"\xff\xfe\0\6sea!" + kept[2:])
    assert not is_plain(kept[:2] + b"\xff\xe0\0\x12JFXX\0" + bytes(11) + kept[2:])
