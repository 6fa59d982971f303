"""The spam manager."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made


def _things(made: Made, mark: str) -> dict[str, str]:
    """Two, so that a limit shows."""
    domain = f"{mark.replace('_', '-')}.example"
    entries = [
        {"kind": "domain", "value": value, "verdict": "deny"}
        for value in (domain, f"second-{domain}")
    ]
    made("POST", "/api/v1/spam_strings/import", {"entries": entries})
    (found,) = (
        each
        for each in made("GET", "/api/v1/spam_strings", None)["spam_strings"]
        if each["value"] == domain
    )
    return {"spam_string": found["id"]}


_ENTRY = {"kind": "domain", "value": "spam.example", "verdict": "allow"}


def _with(**changed: object) -> dict[str, object]:
    return {"entries": [{**_ENTRY, **changed}]}


AREA = Area(
    valid={
        "import_spam_strings": {"entries": [_ENTRY]},
        "say_of_spam_string": {"verdict": "allow"},
    },
    wrong={
        "import_spam_strings": (
            ("no domain", "entries.0.value", _with(value="no domain")),
            ("no link", "entries.0.value", _with(kind="url", value="spam.example")),
            ("no number", "entries.0.value", _with(kind="phone", value="12")),
            ("no address", "entries.0.value", _with(kind="email", value="spam.example")),
            ("a text of nothing", "entries.0.value", _with(kind="text", value=" ")),
        ),
    },
    queries={
        "list_spam_strings": (("a kind that is none", {"kind": "name"}),),
        "export_spam_strings": (("a verdict that is none", {"verdict": "seen"}),),
    },
    ids={"spam_strings": "{spam_string}"},
    samples={
        "spam_manager": {"enabled": True, "min_text_length": 50, "propose_from": 4},
        "spam_manager.enabled": False,
        "spam_manager.propose_from": 5,
        "list_spam_strings kind": "phone",
        "list_spam_strings state": "allow",
        "export_spam_strings verdict": "allow",
        "import_spam_strings entries": [
            {"kind": "url", "value": "spam.example/first", "verdict": "allow"}
        ],
        "import_spam_strings entries.0.kind": "text",
        "import_spam_strings entries.0.value": "spam.example/second",
        "import_spam_strings entries.0.verdict": "deny",
    },
    things=_things,
)
