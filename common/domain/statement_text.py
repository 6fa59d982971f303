"""An app's words for a statement: text with placeholders, which is read and never run.

`{name}` stands for a part of the statement. What is between `[[` and `]]` is left out where a part
in it is empty, and may not be nested. `{{` and `}}` are braces; a single bracket is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from common.domain.statement import Facts, Statement, StatementTemplate
from common.domain.times import to_rfc3339

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|\[\[|\]\]|[{}]")
PLACEHOLDERS = (
    "action",
    "restriction",
    "ground",
    "clause",
    "explanation",
    "category",
    "keywords",
    "url",
    "territory",
    "facts",
    "labels",
    "conditions",
    "report_categories",
    "reason",
    "source",
    "automated_detection",
    "automated_decision",
    "restricted_at",
    "ends_at",
    "content_at",
    "entity_type",
    "entity_id",
    "channel_cid",
    "user_id",
    "statement_id",
)
_CLAUSES = ("illegal_content_legal_ground", "incompatible_content_ground")
_EXPLANATIONS = ("illegal_content_explanation", "incompatible_content_explanation")
_RESTRICTIONS = (
    "decision_visibility",
    "decision_visibility_other",
    "decision_monetary",
    "decision_monetary_other",
    "decision_provision",
    "decision_account",
)


def problem_of(text: str, *, is_facts: bool = False) -> str:
    """What is wrong with a template's text, empty where nothing is. That of the facts cannot have
    itself in it.
    """
    is_open = False
    for token in _TOKEN.finditer(text):
        found, name = token.group(0), token.group(1)
        if name is not None and (name not in PLACEHOLDERS or (is_facts and name == "facts")):
            return f"has the placeholder {{{name}}}, which there is not"
        if found in ("{", "}"):
            return f"has a single {found}: write it twice, or name a placeholder in it"
        if found == "[[":
            if is_open:
                return "has a [[ in another"
            is_open = True
        elif found == "]]":
            if not is_open:
                return "has a ]] without a [["
            is_open = False
    return "has a [[ without a ]]" if is_open else ""


def facts_text(facts: Facts) -> str:
    """Without a template: names of what was found, in no language's words."""
    parts = {
        "labels": facts["labels"],
        "conditions": facts["conditions"],
        "report categories": facts["report_categories"],
        "reason": [facts["reason"]] if "reason" in facts else [],
    }
    return "; ".join(f"{name}: {', '.join(found)}" for name, found in parts.items() if found)


def rendered(template: StatementTemplate, statement: Statement) -> tuple[str, str]:
    """The facts, and all of it."""
    parts = _parts(statement, template["words"])
    own = template["facts"]
    parts["facts"] = facts_text(statement["facts"]) if own is None else _filled(own, parts)
    return parts["facts"], _filled(template["text"], parts)


def _filled(text: str, parts: Mapping[str, str]) -> str:
    whole: list[str] = []
    inner: list[str] | None = None
    is_left_out, at = False, 0
    for token in _TOKEN.finditer(text):
        into = whole if inner is None else inner
        into.append(text[at : token.start()])
        found, name, at = token.group(0), token.group(1), token.end()
        if found == "[[":
            inner, is_left_out = [], False
        elif found == "]]":
            whole += () if is_left_out else inner or ()
            inner = None
        elif name is not None:
            into.append(parts[name])
            is_left_out = is_left_out or not parts[name]
        else:
            into.append(found[0])
    return "".join([*whole, text[at:]])


def _parts(statement: Statement, words: Mapping[str, str]) -> dict[str, str]:
    def said(*values: str) -> str:
        return ", ".join(words.get(value, value) for value in values if value)

    fields: Mapping[str, object] = statement
    facts = statement["facts"]
    return {
        "action": said(statement["action"]),
        "restriction": said(*_texts(fields, _RESTRICTIONS)),
        "ground": said(*_texts(fields, ("decision_ground",))),
        "clause": "".join(_texts(fields, _CLAUSES)[:1]),
        "explanation": "".join(_texts(fields, _EXPLANATIONS)[:1]),
        "category": said(*_texts(fields, ("category", "category_addition"))),
        "keywords": said(
            *_texts(fields, ("category_specification", "category_specification_other"))
        ),
        "url": statement.get("decision_ground_reference_url", ""),
        "territory": said(*statement.get("territorial_scope", ())),
        "labels": said(*facts["labels"]),
        "conditions": said(*facts["conditions"]),
        "report_categories": said(*facts["report_categories"]),
        "reason": said(facts.get("reason", "")),
        "source": said(statement["source_type"]),
        "automated_detection": said(statement["automated_detection"]),
        "automated_decision": said(statement["automated_decision"]),
        "restricted_at": _day(statement["restricted_at"]),
        "ends_at": _day(statement.get("ends_at")),
        "content_at": _day(statement.get("content_at")),
        "entity_type": statement["entity_type"],
        "entity_id": statement["entity_id"],
        "channel_cid": statement.get("channel_cid", ""),
        "user_id": statement["user_id"],
        "statement_id": statement["id"],
    }


def _texts(fields: Mapping[str, object], names: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for name in names:
        value = fields.get(name)
        found += [*value] if isinstance(value, list) else [str(value)] if value else []
    return found


def _day(at: int | None) -> str:
    return "" if at is None else to_rfc3339(at)[:10]
