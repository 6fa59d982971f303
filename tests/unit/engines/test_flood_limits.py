"""Limits on posts against a recount of all that was ever posted, and what tells texts alike."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from common.domain.activity import MOST_POSTS, OFFENCES_REMEMBERED, Activity, Past, Post, digest
from common.domain.content import Content
from common.domain.times import HOUR, MINUTE, SECOND
from common.engines.floods import fingerprints
from common.engines.floods.counting import duration
from common.engines.floods.fingerprints import distance, fingerprint
from common.engines.floods.flood_config import FloodConfig
from common.engines.floods.limits import MOMENT, Limit
from common.engines.floods.recording import new_post, past_of, recorded, seen
from common.engines.floods.velocity_config import VelocityConfig
from common.text.folding import Folded

_START = 1_790_000_000 * SECOND
_TEXTS = ("good morning everybody", "buy cheap watches here", "lol", "")


@dataclass(frozen=True)
class Sent:
    at: int
    entity: str
    text: str
    channel: str


def history(rng: random.Random, count: int, gap: int) -> Iterator[Sent]:
    """Some posts are edited, and the clocks of instances are apart."""
    at = _START
    for number in range(count):
        at += rng.randrange(gap) // 1_000 * 1_000
        entity = str(rng.randrange(number + 1)) if rng.random() < 0.1 else str(number)
        moment = at - rng.randrange(SECOND) // 1_000 * 1_000
        yield Sent(moment, entity, rng.choice(_TEXTS), rng.choice("abc"))


def drawn(rng: random.Random) -> Limit:
    is_of_channels = rng.random() < 0.2
    return Limit(
        0 if is_of_channels else rng.randint(1, 8),
        rng.choice((10 * SECOND, MINUTE, 10 * MINUTE)),
        rng.choice(("", "identical", "similar")),
        rng.choice((0, 5)),
        channels=rng.randint(1, 3) if is_of_channels else 0,
        with_link=rng.random() < 0.2,
        least_letters=rng.choice((0, 5)),
        allowed=frozenset((digest(_TEXTS[0]),)) if rng.random() < 0.3 else frozenset(),
    )


@pytest.mark.parametrize("seed", range(40))
def test_limits_agree_with_a_recount(seed: int) -> None:
    """Whatever is left out of what is stored: exactly where each post is recorded, and with a
    window that is shorter by a moment at most where one is far beyond the limit.
    """
    rng = random.Random(seed)
    limits = [drawn(rng) for _ in range(rng.randint(1, 4))]
    stored: Activity | None = None
    everything: list[Post] = []
    for sent in history(rng, 300, rng.choice((SECOND // 10, 2 * SECOND, 20 * SECOND))):
        look = seen(Content((sent.text,)), limits)
        post = new_post(look, sent.entity, sent.channel, stored, sent.at)
        past = past_of(post, stored, None)
        everything = [each for each in everything if each.entity != post.entity]
        for limit in limits:
            reached = limit.is_reached(limit.counted(post, past))
            assert reached <= recounted(limit, post, everything)
            shorter = replace(limit, window=limit.window - limit.window // MOMENT)
            assert reached >= recounted(shorter, post, everything)
        everything.append(post)
        after = recorded(stored, post, past, limits)
        if after is not None:
            stored = after
            assert len(after["posts"]) <= MOST_POSTS


def recounted(limit: Limit, post: Post, others: Sequence[Post]) -> bool:
    """Said again in other words, over all that was ever posted."""

    def matters(each: Post) -> bool:
        if limit.with_link and not each.has_link:
            return False
        if limit.channels and not each.channel:
            return False
        if limit.alike and (not each.text or each.text in limit.allowed):
            return False
        return not limit.alike or each.letters >= limit.least_letters

    def is_alike(each: Post) -> bool:
        if limit.alike == "identical":
            return each.text == post.text
        if limit.alike == "similar":
            return each.text == post.text or distance(each.shape, post.shape) <= limit.distance
        return True

    if not matters(post):
        return False
    within = [e for e in others if post.at - e.at < limit.window and matters(e) and is_alike(e)]
    if limit.channels:
        return len({each.channel for each in (*within, post)}) >= limit.channels
    return len(within) + 1 >= limit.threshold


def test_ten_thousand_posts_a_minute_are_few_writes() -> None:
    limits = [Limit(5, 10 * SECOND), Limit(30, HOUR), Limit(3, MINUTE, "identical")]
    stored: Activity | None = None
    writes = 0
    for number in range(10_000):
        look = seen(Content(("buy cheap watches here",)), limits)
        post = new_post(look, f"e{number}", "", stored, _START + number * 6_000_000)
        past = past_of(post, stored, None)
        if number >= 5:
            assert limits[0].is_reached(limits[0].counted(post, past))
        after = recorded(stored, post, past, limits)
        if after is not None:
            stored, writes = after, writes + 1
    assert writes < 400
    assert stored is not None
    assert sum(map(len, stored["posts"])) < 25_000


def test_what_is_stored_of_a_post_is_what_it_was() -> None:
    post = Post(_START, "ab", "cd", 12, 2**64 - 1, "ef", has_link=True, is_first=True)
    assert Post.of(post.stored()) == post
    assert Post.of(Post(_START, "ab").stored()) == Post(_START, "ab")


def test_the_first_in_a_channel_stays_the_first_when_it_is_edited() -> None:
    limits = [Limit(3, HOUR, first_only=True)]
    stored: Activity | None = None
    firsts = []
    for entity, channel in (("1", "a"), ("2", "a"), ("1", "a"), ("3", "b")):
        post = new_post(seen(Content(), limits), entity, channel, stored, _START)
        firsts.append(post.is_first)
        stored = recorded(stored, post, past_of(post, stored, None), limits) or stored
    assert firsts == [True, False, True, True]


def test_what_counts_for_nothing_may_still_be_the_first() -> None:
    """In a channel, or of all that the user has posted."""
    limits = [Limit(3, HOUR, with_link=True, first_only=True, probation=2 * HOUR)]
    stored: Activity | None = None
    verdicts = []
    texts = ("hello there", "http://a.example/x", "http://a.example/x")
    for number, (text, channel) in enumerate(zip(texts, "aab", strict=True)):
        look, at = seen(Content((text,)), limits), _START + number * HOUR
        post = new_post(look, str(number), channel, stored, at)
        past = past_of(post, stored, None)
        verdicts.append(len(limits[0].counted(post, past)))
        stored = recorded(stored, post, past, limits) or stored
    # The second is not the first in its channel, the third comes after the probation.
    assert verdicts == [0, 0, 0]


def test_offences_count_for_a_day() -> None:
    limit = Limit(1, SECOND, key="k", offences=2)
    stored: Activity | None = None
    counts = []
    for hours in (0, 1, 2, 25, 30):
        post = new_post(seen(Content(), [limit]), str(hours), "", stored, _START + hours * HOUR)
        past = past_of(post, stored, None)
        counts.append(limit.offences_of(past, post.at))
        stored = recorded(stored, post, past, [limit]) or stored
    assert counts == [0, 1, 2, 1, 1]
    assert OFFENCES_REMEMBERED == 24 * HOUR


@pytest.mark.parametrize(
    "other",
    [
        "BUY cheap watches, at our shop now!!!",
        "buy   cheap\nwatches at our shop now",
        "Ｂuy ćhéap wâtches at our ｓｈｏｐ now",
        "buy cheap watches at our\u200b shop now",
    ],
)
def test_what_reads_the_same_is_identical(other: str) -> None:
    assert fingerprint([Folded(other)]) == fingerprint(
        [Folded("Buy cheap watches at our shop now")]
    )


def test_shapes_tell_like_texts_from_others() -> None:
    """Single misspellings of ordinary sentences, and pairs of sentences."""
    sentences = [
        "see you at the station at eight then",
        "the printer on the second floor is broken again",
        "can somebody review my pull request before lunch",
        "this recipe needs less salt and more garlic",
        "our team won the final after extra time",
        "does the bus to the airport run on sundays",
        "I left my umbrella in the meeting room yesterday",
        "the new album is out and it is brilliant",
        "who wants two tickets for the concert on friday",
        "my train is late so start without me please",
    ]
    shapes = [fingerprint([Folded(each)]).shape for each in sentences]
    near = []
    for sentence, shape in zip(sentences, shapes, strict=True):
        for place in range(len(sentence)):
            spelt = sentence[:place] + sentence[place + 1 :]
            near.append(distance(shape, fingerprint([Folded(spelt)]).shape) <= 5)
    far = [distance(a, b) for n, a in enumerate(shapes) for b in shapes[:n]]
    assert sum(near) / len(near) > 0.65
    assert min(far) > 5


@pytest.mark.parametrize(
    ("text", "seconds"), [("60s", 60), ("5m", 300), ("1h", 3600), ("1h30m", 5400), ("1.5m", 90)]
)
def test_durations(text: str, seconds: int) -> None:
    assert duration(text) == seconds * SECOND


@pytest.mark.parametrize("text", ["", "60", "5 m", "1d", "-5m", "PT5M", "25h", "1ms", "5m!", "٣m"])
def test_other_durations_are_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=r"identical\.time_window"):
        FloodConfig.model_validate({"identical": {"time_window": text}})


def test_nothing_is_alike_without_a_text() -> None:
    limit = Limit(1, HOUR, "identical")
    post = new_post(seen(Content(images=("https://a.example/1.png",)), [limit]), "1", "", None, 1)
    assert not limit.is_reached(limit.counted(post, Past()))


def test_a_policy_of_many_rules_is_refused_by_name() -> None:
    rule = {"action": "flag", "fast_spam_threshold": 3}
    config = VelocityConfig.model_validate({"rules": [rule]})
    assert dict(config.refused()) == {
        "rules.0.fast_spam_ttl": "is required with fast_spam_threshold",
        "rules.0.fast_spam_threshold": "is required, or slow_spam_threshold, each with its ttl",
    }


@given(st.text())
def test_a_shape_is_the_same_by_its_words_as_by_its_pairs(text: str) -> None:
    words = fingerprints.words_of([Folded(text)])
    if words:
        assert fingerprints._by_words(words) == fingerprints._by_counts(words)


@given(st.text())
def test_what_nobody_asks_for_changes_nothing_else(text: str) -> None:
    whole = fingerprint([Folded(text)])
    assert fingerprint([Folded(text)], shape=False) == whole._replace(shape=-1)
    assert fingerprint([Folded(text)], meeting=False) == whole._replace(meeting=0)
