"""A customer's block list and what is compiled from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from common.domain.block_list import ListType
from common.engines.block_list.hits import Matcher


@dataclass(frozen=True, eq=False)
class BlockListSpec:
    """The API's flags ask for more; leet and look-alikes are undone unless switched off.

    What is compiled from a list lives as long as its object.
    """

    name: str
    words: Sequence[str]
    type: ListType = "word"
    leet: bool = True
    confusable: bool = True
    plural: bool = False
    substring: bool = False

    @cached_property
    def matcher(self) -> Matcher:
        return compile_list(self)

    @cached_property
    def substring_matcher(self) -> Matcher:
        return compile_list(self, match_substring=True)


def validate(spec: BlockListSpec) -> None:
    """Raises ValueError for a list that cannot be compiled."""
    if spec.type not in get_args(ListType):
        raise ValueError(f"unknown block list type {spec.type!r}")
    if spec.type == "regex":
        from common.engines.block_list.regexes import compile_patterns

        compile_patterns(spec.words)
    elif spec.type != "word":
        from common.engines.block_list import domains

        read = domains.domain_entry if spec.type.startswith("domain") else domains.email_entry
        for entry in spec.words:
            read(entry)


def compile_list(spec: BlockListSpec, match_substring: bool = False) -> Matcher:
    if spec.type == "word":
        from common.engines.block_list.words import WordMatcher

        return WordMatcher(
            spec.words,
            leet=spec.leet,
            confusable=spec.confusable,
            plural=spec.plural,
            substring=spec.substring or match_substring,
        ).find
    if spec.type == "regex":
        from common.engines.block_list.regexes import regex_matcher

        return regex_matcher(spec.words)
    from common.engines.block_list import domains

    allowed = spec.type.endswith("_allowlist")
    if spec.type.startswith("domain"):
        return domains.domain_matcher(spec.words, allowed=allowed)
    return domains.email_matcher(spec.words, allowed=allowed)
