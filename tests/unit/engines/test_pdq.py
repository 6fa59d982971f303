"""Perceptual hashes: Meta's, whatever way a copy is turned, and of no other picture."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any

import pytest

from tests.pictures import Image, encoded, np, picture

# isort: split
from common.engines.images.decoding import decode
from common.engines.images.hash_index import HashIndex, matches
from common.engines.images.pdq import LEAST_QUALITY, MATCH, distances, hashes_of, parse

_REFERENCE = (
    (1, 512, 384, "61bc732d7277972903a2d9356378ebf82adca1bc304da6e52ce442dc2487d972"),
    (2, 300, 512, "5ade571259242d677af9cd9eabd157944c4071faa505f807619c2568ec3752a9"),
    (3, 64, 64, "6f5bbcce8341937c900b5d408f6ce42f18bd0f5805dc2a3beb96d0a4d4c6d793"),
    (4, 33, 50, "0bb4486b77bf9b8db321ebd2745e0c54034ff679cc46e581be4408fa27242f13"),
    (5, 400, 90, "83b2473154a9b03206fa1dd80ec298859b2f3f62afb94217facbe93cbb31965a"),
)
"""What Meta's code gives for the picture of a seed, a width and a height: `compute` of PyPI's
pdqhash 0.2.8, of all of whose hashes the quality is 100.
"""


@pytest.mark.parametrize(("seed", "width", "height", "hash"), _REFERENCE)
def test_hashes_are_those_of_metas_own_code(seed: int, width: int, height: int, hash: str) -> None:
    found = hashes_of(picture(seed, width, height))
    assert int(distances(found.ways[:1], parse(hash))[0]) <= 2
    assert parse(found.text).tolist() == found.ways[0].tolist()
    assert found.quality == 100


@pytest.mark.parametrize("turn", range(7))
def test_a_copy_that_is_mirrored_or_turned_has_the_hash_among_its_ways(turn: int) -> None:
    known = hashes_of(picture(6))
    copy = hashes_of(picture(6).transpose(turn))
    assert int(distances(copy.ways, known.ways[0]).min()) <= 4
    assert int(distances(copy.ways[:1], known.ways[0])[0]) > MATCH


def copies(image: Any) -> Iterator[bytes]:
    yield encoded(image, "JPEG", quality=30)
    yield encoded(image.resize((300, 225)), "PNG")
    yield encoded(image.convert("L"), "WEBP", quality=50)
    yield encoded(image.transpose(0).resize((600, 450)), "JPEG", quality=60)
    yield encoded(image.transpose(2), "PNG")


def test_copies_match_and_other_pictures_do_not() -> None:
    """Of 16 pictures every other is known: no copy is missed, and no other is taken for one."""
    images = [picture(seed, 400, 300) for seed in range(16)]
    lines = [f"{hashes_of(image).text},{n}" for n, image in enumerate(images) if n % 2]
    index = HashIndex.of("known", "Weapons", lines)
    for number, image in enumerate(images):
        for copy in copies(image):
            (frame,) = decode(copy, inf).frames
            found = [match.note for match in matches([index], hashes_of(frame.image))]
            assert found == ([str(number)] if number % 2 else [])


def test_the_score_says_how_close_the_match_is() -> None:
    hashes = hashes_of(picture(7))
    turned = bytearray.fromhex(hashes.text)
    scores = {}
    for bit in range(MATCH + 1):
        index = HashIndex.of("l", "L", [turned.hex()])
        (match,) = matches([index], hashes)
        scores[match.distance] = match.score
        turned[bit] ^= 1
    assert scores[0] == 1.0
    assert scores[MATCH] == 0.5
    assert list(matches([HashIndex.of("l", "L", [turned.hex()])], hashes)) == []


def test_a_picture_with_nothing_in_it_matches_none() -> None:
    plain = hashes_of(Image.new("RGB", (300, 300), "white"))
    assert plain.quality < LEAST_QUALITY
    assert list(matches([HashIndex.of("l", "L", [plain.text])], plain)) == []
    assert list(matches([HashIndex.of("l", "L", [])], hashes_of(picture(8)))) == []


def test_a_hash_is_found_among_a_hundred_thousand() -> None:
    rng = np.random.default_rng(9)
    hashes = hashes_of(picture(9))
    lines = [rng.bytes(32).hex() for _ in range(100_000)]
    lines[71_234] = f"{hashes.text},the one"
    (match,) = matches([HashIndex.of("l", "L", lines)], hashes)
    assert (match.note, match.distance) == ("the one", 0)
