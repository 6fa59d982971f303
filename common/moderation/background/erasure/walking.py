"""What a page of the walk works with: whom it is about, and what it makes of documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from common.moderation.background.erasure.person import Person, pieces_of
from common.moderation.background.job import Job
from common.store.store import Delete, Document, Update


@dataclass(slots=True)
class Walking:
    """`keeps` are the parts of what may stay without a name that do. What the page has learned
    of what the person made is in `items` and `pieces`. `spoiled` are tasks whose files go; a page
    that could not see to all of them `is_to_be_repeated`. With `gives_up` the app's servers are not
    waited for any more.
    """

    job: Job
    person: Person
    keeps: frozenset[str]
    items: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    deleted: int = 0
    changed: int = 0
    configures: bool = False
    spoiled: set[str] = field(default_factory=set)
    is_to_be_repeated: bool = False
    gives_up: bool = False

    def learn(self, *values: object) -> None:
        for value in values:
            self.pieces += pieces_of(value)

    def delete(self, document: Document[Any]) -> None:
        self.job.unit.add(Delete(document.key, document.version, document))
        self.deleted += 1

    def change(self, document: Document[Any], after: Mapping[str, Any]) -> None:
        """Nothing where it is as it was. What lies under the person's key is written anew: it would
        be lost with the key, and it names them.
        """
        before, theirs = document.data, self.under_their_key(document)
        changed = {
            k: v for k, v in after.items() if k in theirs or k not in before or before[k] != v
        }
        gone = tuple(name for name in {**before, **theirs} if name not in after)
        if changed or gone:
            write: Update[Any] = Update(
                document.key, set=changed, remove=gone, version=document.version, read=document
            )
            self.job.unit.add(write)
            self.changed += 1

    def under_their_key(self, document: Document[Any]) -> Mapping[str, str]:
        """Fields of it."""
        return {name: user for name, user in document.under.items() if user == self.person.id}

    def clean(self, document: Document[Any], *, but: frozenset[str] = frozenset()) -> None:
        """Takes the person out of it, and what they wrote; the fields `but` are others' words."""
        person = self.person
        after = {
            name: value if name in but else person.cleaned(value, name)
            for name, value in document.data.items()
        }
        self.change(document, after)

    def is_about(self, data: Mapping[str, Any]) -> bool:
        """Whether it is about the person, or something that they made."""
        person = self.person
        items = person.items
        named = data.get("user_id"), data.get("item_id"), data.get("entity_id")
        return person.id == named[0] or named[1] in items or (person.is_sure and person.id in named)
