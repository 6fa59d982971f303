from __future__ import annotations

import orjson
import pytest

from common.domain.labels import (
    SEVERITIES,
    Label,
    LabelDocument,
    Place,
    Severity,
    Span,
    label_document,
    label_of,
    severities_of,
)
from common.domain.recommendation import GRAVITY, KEEP, STRENGTH


def test_a_label_is_stored_as_it_always_was() -> None:
    """Items outlive releases: this is the shape that the first release wrote."""
    spans = (Span(0, 2, 8, "casino"), Span(1, 0, 4))
    label = Label("block_list", "words", 0.123456789, "text", "high", spans)
    document = label_document(label, "remove")
    assert orjson.dumps(document) == (
        b'{"engine":"block_list","name":"words","modality":"text","score":0.123457,'
        b'"severity":"high","action":"remove","spans":[[0,2,8,"casino"],[1,0,4,""]]}'
    )
    assert label_of(orjson.loads(orjson.dumps(document))) == Label(
        "block_list", "words", 0.123457, "text", "high", spans
    )


def test_places_of_images_and_videos_come_back() -> None:
    label = Label("ai_video", "Weapons", 0.5, "video", places=(Place(1, 2.5, "a"), Place(0)))
    assert label_of(label_document(label, "flag")) == label
    assert "places" not in label_document(Label("ai_text", "SCAM", 0.5), "flag")


def _found(
    action: str, severity: Severity | None = None, engine: str = "block_list"
) -> LabelDocument:
    return label_document(Label(engine, "x", 0.9, severity=severity), action)


@pytest.mark.parametrize("action", STRENGTH)
def test_every_action_says_how_grave_its_label_is(action: str) -> None:
    assert severities_of([_found(action)]) == {"severity": GRAVITY[action], "ai_text_severity": ""}
    assert (GRAVITY[action] == 0) == (action == KEEP)
    assert 0 <= GRAVITY[action] <= len(SEVERITIES)


def test_what_an_engine_tells_goes_before_the_action_and_the_gravest_label_counts() -> None:
    assert severities_of([_found("remove", "low")])["severity"] == 1
    assert severities_of([_found("keep", "critical")])["severity"] == 4
    several = [_found("mask"), _found("remove"), _found("flag", "medium", "ai_text")]
    assert severities_of(several) == {"severity": 3, "ai_text_severity": "medium"}
    assert severities_of([]) == {"severity": 0, "ai_text_severity": ""}
    assert severities_of([_found("remove", engine="ai_text")])["ai_text_severity"] == ""
