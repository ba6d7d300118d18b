"""Damage by chance: bits turned, pages lost, doubled or torn, and files cut short, each from a seed."""

from random import Random
from typing import Final

PAGE: Final = 4096


def corrupted(whole: bytes, random: Random) -> bytes:
    """Return the bytes of a file with some damage that the random numbers choose."""
    damage = random.choice((_bits, _bits, _bytes, _zeros, _noise, _swap, _double, _cut, _shift, _tail))
    content = bytearray(whole)
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        damage(content, random)
    return bytes(content)


def _page(content: bytearray, random: Random) -> slice:
    start = random.randrange(max(len(content) // PAGE, 1)) * PAGE
    return slice(start, start + PAGE)


def _bits(content: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 3, 30))):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _bytes(content: bytearray, random: Random) -> None:
    start = random.randrange(len(content))
    length = min(random.choice((1, 16, 512)), len(content) - start)
    content[start : start + length] = random.randbytes(length)


def _zeros(content: bytearray, random: Random) -> None:
    page = _page(content, random)
    content[page] = bytes(len(content[page]))


def _noise(content: bytearray, random: Random) -> None:
    page = _page(content, random)
    content[page] = random.randbytes(len(content[page]))


def _swap(content: bytearray, random: Random) -> None:
    one, other = _page(content, random), _page(content, random)
    if len(content[one]) == len(content[other]):
        content[one], content[other] = content[other], content[one]


def _double(content: bytearray, random: Random) -> None:
    one, other = _page(content, random), _page(content, random)
    if len(content[one]) == len(content[other]):
        content[one] = content[other]


def _cut(content: bytearray, random: Random) -> None:
    del content[random.randrange(1, len(content)) :]


def _shift(content: bytearray, random: Random) -> None:
    start = random.randrange(len(content))
    if random.random() < 0.5:
        content[start:start] = random.randbytes(random.choice((1, 512)))
    else:
        del content[start : start + random.choice((1, 512))]


def _tail(content: bytearray, random: Random) -> None:
    content.extend(random.randbytes(random.choice((1, PAGE, 3 * PAGE))))
