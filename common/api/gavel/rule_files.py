"""Rules as a file, which can live beside an app's source."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag

from common.api.gavel.base import Body, ByBody, Key
from common.api.gavel.rules import RuleFieldsBody
from common.api.stream.rules import WrittenRule
from common.domain.errors import Invalid
from common.domain.rule import MOST_POSITION
from common.moderation.rules.rule_files import Entry

MOST_RULES = 500
FORMAT = 1


class FileRule(RuleFieldsBody):
    """One in Gavel's own conditions. What a file leaves out of it is the default."""

    id: Key
    position: int = Field(0, ge=0, le=MOST_POSITION)


class FileBuilderRule(Body):
    """One of Stream's builder, as its clients write it."""

    id: Key
    moderation_rule: WrittenRule


def _known_format(format: int) -> int:
    if format != FORMAT:
        raise ValueError(f"is {format}, and {FORMAT} is all that is known here")
    return format


def _kind(entry: Any) -> str:
    is_built = isinstance(entry, FileBuilderRule) or (
        isinstance(entry, dict) and "moderation_rule" in entry
    )
    return "builder" if is_built else "rule"


FileEntry = Annotated[
    Annotated[FileRule, Tag("rule")] | Annotated[FileBuilderRule, Tag("builder")],
    Discriminator(_kind),
]


def _entry(number: int, rule: FileRule | FileBuilderRule) -> Entry:
    if isinstance(rule, FileRule):
        return Entry(rule.id, fields=rule.fields())
    written = rule.moderation_rule
    try:
        asked, made_up = written.as_asked(), written.made_up()
    except Invalid as error:
        where = f"rules.{number}.moderation_rule"
        fields = {f"{where}.{name}": problem for name, problem in error.fields.items()}
        raise Invalid(f"{where}.{error.message}", fields) from None
    return Entry(rule.id, asked=asked, made_up=made_up, path=written.path)


class RuleFile(Body):
    """`format` is that of the file."""

    format: Annotated[int, Field(strict=True), AfterValidator(_known_format)] = FORMAT
    rules: list[FileEntry] = Field(max_length=MOST_RULES)

    def entries(self) -> list[Entry]:
        """Raises Invalid where a rule of the builder says nothing, or says it twice."""
        return [_entry(number, each) for number, each in enumerate(self.rules)]


class ImportRulesBody(RuleFile, ByBody):
    """Unless `dry_run` is false, it is only said what would change. `delete_missing` deletes the
    rules that the file leaves out.
    """

    dry_run: bool = Field(default=True, strict=True)
    delete_missing: bool = Field(default=False, strict=True)
