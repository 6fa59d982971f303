"""Where an engine found what it found, as an item's flags say it."""

from __future__ import annotations

from common.domain.item import new_item
from common.domain.labels import Label, Place, Span, label_document
from common.views.stream_flags import engine_flags


def test_each_text_image_and_video_has_its_result() -> None:
    item = new_item("app", "post", "p", "ann", 1)
    item["payload"] = {"texts": ["a bad word"], "images": ["x", "y"], "videos": ["z"]}
    found = (
        (Label("both", "rude", 0.7, spans=(Span(0, 2, 5, "bad"),)), "flag"),
        (Label("both", "Violence", 0.9, "image", places=(Place(1),)), "flag"),
        (Label("both", "Weapons", 0.6, "image", places=(Place(1, term="known"),)), "remove"),
        (Label("both", "Weapons", 0.5, "video", places=(Place(0, 1.5),)), "flag"),
    )
    item["labels"] = [label_document(label, action) for label, action in found]
    (flag,) = engine_flags(item)
    assert flag["result"] == [
        {
            "provider_name": "both",
            "text": "a bad word",
            "action": "flag",
            "labels": ["rude"],
            "score": 0.7,
            "spans": [{"start": 2, "end": 5, "term": "bad"}],
        },
        {
            "provider_name": "both",
            "image": "y",
            "action": "remove",
            "labels": ["Violence", "Weapons"],
            "score": 0.9,
            "places": [
                {"index": 1, "second": None, "term": ""},
                {"index": 1, "second": None, "term": "known"},
            ],
        },
        {
            "provider_name": "both",
            "video": "z",
            "action": "flag",
            "labels": ["Weapons"],
            "score": 0.5,
            "places": [{"index": 0, "second": 1.5, "term": ""}],
        },
    ]
