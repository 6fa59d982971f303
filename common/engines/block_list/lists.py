"""A customer's block list and what is compiled from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from common.domain.block_list import LIST_TYPES, StoredListType
from common.engines.block_list.hits import Matcher
from common.text.folding import fold
from common.text.hosts import email_entry


@dataclass(frozen=True, eq=False)
class BlockListSpec:
    """The API's flags ask for more; leet and look-alikes are undone unless switched off.

    What is compiled from a list lives as long as its object.
    """

    name: str
    words: Sequence[str]
    type: StoredListType = "word"
    leet: bool = True
    confusable: bool = True
    plural: bool = False
    substring: bool = False

    _matchers: dict[bool, Matcher] = field(default_factory=dict, init=False, repr=False)
    _compiling: Lock = field(default_factory=Lock, init=False, repr=False)

    @property
    def matcher(self) -> Matcher:
        return self.matching(substring=self.substring)

    def matching(self, *, substring: bool) -> Matcher:
        """Compiled once. Raises ValueError for a list that cannot be, as `validate` does."""
        # A lock of its own: no app's list waits for another's.
        substring = substring and self.type == "word"
        with self._compiling:
            if substring not in self._matchers:
                self._matchers[substring] = compile_list(self, match_substring=substring)
            return self._matchers[substring]


def validate(spec: BlockListSpec) -> None:
    """Raises ValueError for a list that cannot be compiled."""
    if spec.type not in (*LIST_TYPES, "strings"):
        raise ValueError(f"unknown block list type {spec.type!r}")
    if spec.type == "regex":
        from common.engines.block_list.regexes import compile_patterns

        compile_patterns(spec.words)
    elif spec.type == "strings":
        from common.engines.block_list.strings import split_entry

        for entry in spec.words:
            split_entry(entry)
    elif spec.type == "word":
        empty = next((word for word in spec.words if not _says_anything(word)), None)
        if empty is not None:
            raise ValueError(f"nothing to look for in {empty!r}")
    else:
        from common.engines.block_list import domains

        read = domains.domain_entry if spec.type.startswith("domain") else email_entry
        for entry in spec.words:
            read(entry)


def found_as(type: StoredListType, entries: Sequence[str]) -> list[str]:
    """What a content is said to have where it has the entry. Of one that an earlier release took
    and that cannot be read, itself.
    """
    if not type.startswith(("domain", "email")):
        return list(entries)
    from common.engines.block_list import domains

    read = domains.domain_entry if type.startswith("domain") else email_entry
    found = []
    for entry in entries:
        try:
            found.append(read(entry))
        except ValueError:
            found.append(entry)
    return found


def _says_anything(word: str) -> bool:
    return bool(word.strip()) and (word.isascii() or bool(fold(word).text.strip()))


def compile_list(spec: BlockListSpec, *, match_substring: bool) -> Matcher:
    if spec.type == "word":
        from common.engines.block_list.words import WordMatcher

        return WordMatcher(
            spec.words,
            leet=spec.leet,
            confusable=spec.confusable,
            plural=spec.plural,
            substring=match_substring,
        ).find
    if spec.type == "regex":
        from common.engines.block_list.regexes import regex_matcher

        return regex_matcher(spec.words)
    if spec.type == "strings":
        from common.engines.block_list.strings import strings_matcher

        return strings_matcher(spec.words)
    from common.engines.block_list import domains

    allowed = spec.type.endswith("_allowlist")
    if spec.type.startswith("domain"):
        return domains.domain_matcher(spec.words, allowed=allowed)
    return domains.email_matcher(spec.words, allowed=allowed)
