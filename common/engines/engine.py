"""What an engine is, and what it is given. An engine gives labels; it never decides."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from common.domain.content import Content
from common.domain.history import History
from common.domain.labels import Label

if TYPE_CHECKING:
    from common.engines.block_list.lists import BlockListSpec
    from common.engines.config import EngineConfig

Runs = Literal["inline", "thread", "await"]
Need = Literal["history", "secrets", "network"]
DEFAULT_BUDGET = 2.0


@dataclass(frozen=True, slots=True)
class CreatorFacts:
    """What is known of the content's creator. `region` is a country as two capital letters (ISO
    3166). `history` is there for engines that need it, once the creator has posted anything.
    """

    region: str | None = None
    history: History | None = None


class Classifier(Protocol):
    """Judges content under one policy. Spans are in the texts as sent."""

    async def __call__(self, content: Content, facts: CreatorFacts, /) -> Sequence[Label]: ...


class NamedLists(Protocol):
    """An app's block lists, as one team sees them. `ruled` are those that rules name, which are
    looked up whatever the policy says; `revision` changes with either.
    """

    @property
    def ruled(self) -> Sequence[str]: ...

    @property
    def revision(self) -> str: ...

    def find(self, name: str, team: str = "") -> BlockListSpec | None: ...

    def of_team(self, team: str) -> NamedLists: ...


@dataclass(frozen=True, slots=True)
class Resources:
    """What an app has for its engines; `settings`, where its secrets are, only for those that
    need secrets. Threads are shared out by `app`.
    """

    lists: NamedLists
    settings: Mapping[str, Any] = field(default_factory=dict, repr=False)
    app: str = ""

    def of(self, engine: Engine) -> Resources:
        return self if "secrets" in engine.needs else replace(self, settings={})


class EngineModule(Protocol):
    """`Config` is what a policy says of this engine, parsed once a version of the policy."""

    Config: type[EngineConfig]

    def prepare(self, config: Any, resources: Resources, /) -> Classifier: ...


@dataclass(frozen=True, slots=True)
class Engine:
    """All there is to know of an engine without loading its module.

    `labels` are the names that it gives; one that `names_lists` gives the names of block lists
    instead, and rules ask for those as lists, not as classes. `runs` says where: "inline" for
    microseconds, "thread" for a model or an image, "await" for a provider elsewhere. `slow` ones
    run in the scan function, after the check is answered.

    `budget` is the seconds that it has for one content: of computing, or of the clock where it is
    awaited. What it has not judged until then counts as not judged (see `budget.within_budget`).
    """

    name: str
    config_field: str
    module: str
    labels: tuple[str, ...] = ()
    names_lists: bool = False
    runs: Runs = "inline"
    needs: frozenset[Need] = frozenset()
    slow: bool = False
    budget: float = DEFAULT_BUDGET

    def __post_init__(self) -> None:
        if "network" in self.needs and self.runs == "inline":
            raise ValueError(f"{self.name} would keep the event loop waiting for the network")

    def load(self) -> EngineModule:
        return cast("EngineModule", importlib.import_module(self.module))
