"""Classes and their thresholds: what engines' labels mean, from where on a rule acts by itself, and
from where on a person looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.domain.rule import rule_key
from common.rules.default_classes import DEFAULT_CLASSES
from common.store.store import Update
from tests.functional.hive.world import BULLYING, Team, team, triggered

CLASSES = "/api/v1/classes"
BULLY = {"type": "classified_as", "classes": ["bullying"]}
NSFW = {"type": "classified_as", "modality": "visual", "classes": ["general_nsfw"]}


@pytest.fixture
def hive(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path / "data") as made:
        yield made


def test_every_app_has_the_classes(hive: Team) -> None:
    found = hive.done("GET", CLASSES, limit=100)
    assert found["next"] is None
    shown = {each["id"]: each for each in found["classes"]}
    assert shown.keys() == DEFAULT_CLASSES.keys()
    assert list(shown) == sorted(shown)
    bullying = hive.done("GET", f"{CLASSES}/text:bullying")["class"]
    assert bullying == shown["text:bullying"]
    assert (bullying["automatic_threshold"], bullying["needs_review_threshold"]) == (0.8, 0.5)
    assert {"insult", "HARASSMENT"} <= set(bullying["labels"])
    assert "updated_at" not in bullying


def test_the_documented_table_is_the_one_that_apps_have() -> None:
    text = (Path(__file__).parents[3] / "docs/hive.md").read_text()
    rows = re.findall(r"^\| `(\w+:\w+)` \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    documented = {id: (name.strip(), re.findall(r"`([^`]+)`", labels)) for id, name, labels in rows}
    known = {k: (each["display_name"], each["labels"]) for k, each in DEFAULT_CLASSES.items()}
    assert documented == known


def test_classes_are_listed_by_modality_and_in_pages(hive: Team) -> None:
    hive.done("PUT", f"{CLASSES}/audio:screaming", {})
    ids: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = hive.done("GET", CLASSES, limit=5, **cursor)
        ids += [each["id"] for each in page["classes"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert ids == sorted([*DEFAULT_CLASSES, "audio:screaming"])
    found = hive.done("GET", CLASSES, modality="audio")["classes"]
    assert [each["id"] for each in found] == ["audio:screaming"]


def test_a_class_of_ones_own(hive: Team) -> None:
    body = {"display_name": "Rude", "labels": ["insult", "obscene"], "automatic_threshold": 0.6}
    made = hive.done("PUT", f"{CLASSES}/text:rude", body)["class"]
    assert made.items() >= {**body, "modality": "text", "name": "rude"}.items()
    assert made["needs_review_threshold"] == 0.5
    hive.rule("rude", {"type": "classified_as", "classes": ["rude"]}, "flag_for_review")
    assert triggered(hive.post(BULLYING)) == ["rude"]
    used = hive.refused("id", f"{CLASSES}/text:rude", None, method="DELETE")
    assert used == "is used by the rule 'rude'"
    hive.done("DELETE", "/api/v1/rules/rude")
    hive.done("DELETE", f"{CLASSES}/text:rude")
    assert hive.send("GET", f"{CLASSES}/text:rude").status == 404


def test_deleting_one_that_every_app_has_makes_it_what_it_was(hive: Team) -> None:
    before = hive.done("GET", f"{CLASSES}/text:bullying")["class"]
    hive.done("PUT", f"{CLASSES}/text:bullying", {"labels": ["threat"]})
    assert hive.done("GET", f"{CLASSES}/text:bullying")["class"]["labels"] == ["threat"]
    hive.done("DELETE", f"{CLASSES}/text:bullying")
    assert hive.done("GET", f"{CLASSES}/text:bullying")["class"] == before
    assert hive.send("DELETE", f"{CLASSES}/text:bullying").status == 200


@pytest.mark.parametrize("id", ["bullying", "smell:bad", "text:", "text:a%20b", ":x", "text:a:b"])
def test_an_id_is_a_modality_and_a_name(hive: Team, id: str) -> None:
    assert "text:bullying" in hive.refused("id", f"{CLASSES}/{id}", {}, method="PUT")


def test_what_is_sure_is_looked_at(hive: Team) -> None:
    body = {"automatic_threshold": 0.4, "needs_review_threshold": 0.6}
    said = hive.refused("needs_review_threshold", f"{CLASSES}/text:x", body, method="PUT")
    assert said == "is above the automatic threshold, 0.4"


@pytest.mark.parametrize(
    ("score", "threshold", "holds"),
    [(0.79, None, False), (0.8, None, True), (0.6, 0.6, True), (0.59, 0.6, False)],
)
def test_without_a_threshold_a_class_counts_from_its_own_on(
    hive: Team, score: float, threshold: float | None, holds: bool
) -> None:
    when = NSFW if threshold is None else {**NSFW, "threshold": threshold}
    hive.rule("nsfw", when, "flag_for_review")
    answered = hive.picture({"general_nsfw": score})
    assert triggered(answered) == (["nsfw"] if holds else [])


def test_the_apps_thresholds_count(hive: Team) -> None:
    hive.rule("nsfw", NSFW, "flag_for_review")
    assert triggered(hive.picture({"general_nsfw": 0.85})) == ["nsfw"]
    hive.done("PUT", f"{CLASSES}/visual:general_nsfw", {"automatic_threshold": 0.9})
    assert triggered(hive.picture({"general_nsfw": 0.85})) == []
    assert triggered(hive.picture({"general_nsfw": 0.9})) == ["nsfw"]


@pytest.mark.parametrize("score", [0.49, 0.5])
def test_needs_review_is_what_the_table_says(hive: Team, score: float) -> None:
    """The policy asks for nothing here."""
    hive.rule("review", {"type": "needs_review"}, "flag_for_review")
    answered = hive.picture({"general_suggestive": score})
    assert answered["recommended_action"] == "keep"
    assert triggered(answered) == (["review"] if score >= 0.5 else [])


def test_review_by_the_policy_alone_or_by_the_classes_alone(hive: Team) -> None:
    for by in ("policy", "classes"):
        hive.rule(by, {"type": "needs_review", "by": by}, "flag_for_review")
    assert triggered(hive.post(BULLYING)) == ["classes"]
    strict = [{"label": "insult", "threshold": 0.9, "action": "flag"}]
    config = {"key": "strict", "automod_toxicity_config": {"rules": strict}}
    hive.server.call(hive.app, "POST", "/api/v2/moderation/config", config)
    hive.done("PUT", f"{CLASSES}/text:bullying", {"needs_review_threshold": "never"})
    answered = hive.check(BULLYING, {}, config_key="strict")
    assert [each["rule_id"] for each in answered["triggered_rules"]] == ["policy"]


def test_what_was_not_judged_may_need_review(hive: Team) -> None:
    when = {"type": "not", "condition": {"type": "needs_review"}}
    hive.rule("fine", when, "flag_for_review")
    assert triggered(hive.picture({"general_nsfw": 0.1})) == ["fine"]
    provider = {"kind": "webhook", "url": hive.receiver.url("/gone"), "key": None, "model": ""}
    provider["key"] = "whsec_" + "c" * 32
    hive.done("PUT", "/api/v1/providers/eyes", {**provider, "images": True, "not_judged": "keep"})
    answered = hive.picture({"general_nsfw": 0.9})
    assert answered["not_judged"] == ["remote"]
    assert triggered(answered) == []


def test_an_unknown_class_is_refused_with_what_is_near(hive: Team) -> None:
    kinds: tuple[tuple[str, dict[str, Any]], ...] = (
        ("classified_as", {}),
        ("classified_count", {"operator": "gt", "value": 1, "window": "1d"}),
        ("classified_share", {"operator": "gt", "percent": 1, "window": "1d"}),
    )
    for type, more in kinds:
        body: dict[str, Any] = {
            "name": "r",
            "scope": "post",
            "when": {"type": type, "classes": ["bulying"], **more},
            "actions": ["flag_for_review"],
        }
        field = f"when.{type}.classes"
        said = hive.refused(field, "/api/v1/rules/r", body, method="PUT")
        assert "names 'bulying', which is no class of text" in said
        assert "'bullying'" in said
        body["when"]["classes"] = ["qqqqqq"]
        said = hive.refused(field, "/api/v1/rules/r", body, method="PUT")
        assert said.endswith("no label of a policy's engine")


@pytest.mark.parametrize(
    ("modality", "name"),
    [
        ("text", "insult"),
        ("text", "HARASSMENT"),
        ("text", "general_nsfw"),
        ("image", "Explicit Nudity"),
        ("video", "Weapons"),
        ("visual", "hate"),
    ],
)
def test_a_rule_names_classes_and_what_engines_and_policies_label(
    hive: Team, modality: str, name: str
) -> None:
    when = {"type": "classified_as", "modality": modality, "classes": [name]}
    assert hive.rule("r", when, "flag_for_review")["when"]["classes"] == [name]


def test_a_label_of_the_name_of_a_class_can_be_meant_alone(hive: Team) -> None:
    hive.done("PUT", f"{CLASSES}/text:insult", {"labels": ["threat"], "automatic_threshold": 1.0})
    hive.rule("class", {"type": "classified_as", "classes": ["insult"]}, "flag_for_review")
    exact = {"type": "classified_as", "classes": ["insult"], "exact": True}
    hive.rule("label", exact, "flag_for_review")
    assert triggered(hive.post(BULLYING)) == ["label"]
    body = {"name": "r", "scope": "post", "when": {**NSFW, "exact": True}, "actions": ["x"]}
    said = hive.refused("when.classified_as.classes", "/api/v1/rules/r", body, method="PUT")
    assert "cannot be exact" in said


def test_histories_count_classes_at_their_automatic_thresholds(hive: Team) -> None:
    when = {
        "type": "classified_count",
        "modality": "visual",
        "classes": ["general_nsfw", "general_suggestive"],
        "operator": "gte",
        "value": 3,
        "window": "90d",
    }
    hive.rule("often", when, "flag_for_review", scope="user")
    # Of both classes it is one post; below its threshold it is none.
    for scores in ({"general_nsfw": 0.9, "general_suggestive": 0.9}, {"general_nsfw": 0.7}):
        assert triggered(hive.picture(scores)) == []
    assert triggered(hive.picture({"general_suggestive": 0.8})) == []
    assert triggered(hive.picture({"general_nsfw": 0.8})) == ["often"]


def test_a_rule_of_an_earlier_release_means_labels_and_the_policy(hive: Team) -> None:
    """As it stands in its store: it had no table, and its thresholds were 0.5."""
    labelled = {"type": "classified_as", "classes": ["hate"], "modality": "text"}
    old = {
        "hate": {**labelled, "threshold": None, "severity": None},
        "review": {"type": "any", "conditions": [{"type": "needs_review"}]},
    }
    for id, when in old.items():
        _stored_by_an_earlier_release(hive, id, when)
    hive.done("PUT", f"{CLASSES}/text:hate", {"labels": ["insult"], "automatic_threshold": 0.5})
    hive.rule("new", {"type": "classified_as", "classes": ["hate"]}, "flag_for_review")
    assert triggered(hive.post(BULLYING)) == ["new"]
    shown = hive.done("GET", "/api/v1/rules/hate")["rule"]
    assert shown["when"]["exact"] is True


def _stored_by_an_earlier_release(hive: Team, id: str, when: Any) -> None:
    document = {
        "id": id,
        "name": id,
        "scope": "post",
        "when": when,
        "actions": ["flag_for_review"],
        "position": 0,
        "enabled": True,
        "created_at": 1,
        "updated_at": 1,
    }
    # What is put is stamped as of this release, and single fields are not.
    write = Update(rule_key(hive.app.name, id), set=document, upsert=True)
    hive.server.run(hive.server.context.configurations.change(hive.app.name, [write]))
