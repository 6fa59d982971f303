"""The classes that rules name."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_OWN = "text:own"


def _things(made: Made, mark: str) -> dict[str, str]:
    made("PUT", f"/api/v1/classes/{_OWN}", {"display_name": mark})
    return {"class": _OWN}


AREA = Area(
    valid={"put_class": {"display_name": "Own", "labels": ["INSULT"]}},
    wrong={
        "put_class": (
            ("a threshold above one", "automatic_threshold", {"automatic_threshold": 1.5}),
            ("a threshold that is no number", "automatic_threshold", {"automatic_threshold": "x"}),
            ("review above automatic", "needs_review_threshold", {"needs_review_threshold": 0.9}),
            ("an unknown word", "needs_review_threshold", {"needs_review_threshold": "always"}),
            ("an empty label", "labels", {"labels": [""]}),
        ),
    },
    samples={
        "put_class automatic_threshold": 0.95,
        "put_class needs_review_threshold": "never",
        "list_classes modality": "visual",
        "list_classes limit": 1,
    },
    ids={"classes": "{class}"},
    things=_things,
)
