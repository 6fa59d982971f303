"""The spam manager."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made


def _things(made: Made, mark: str) -> dict[str, str]:
    domain = f"{mark.replace('_', '-')}.example"
    entry = {"kind": "domain", "value": domain, "verdict": "deny"}
    made("POST", "/api/v1/spam_strings/import", {"entries": [entry]})
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
        "spam_manager.enabled": True,
        "list_spam_strings kind": "phone",
        "list_spam_strings state": "allow",
        "export_spam_strings verdict": "allow",
        "import_spam_strings entries.0.kind": "email",
    },
    things=_things,
)
