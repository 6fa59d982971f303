"""What an engine is, and what it is given. An engine gives labels; it never decides."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, cast

from common.domain.content import Content
from common.domain.labels import Label

if TYPE_CHECKING:
    from common.domain.activity import Lately
    from common.domain.history import History
    from common.domain.image_hash_list import ImageHashList
    from common.engines.block_list.lists import BlockListSpec
    from common.engines.config import EngineConfig
    from common.engines.remote.remote import Providers
    from common.engines.semantic.spec import FilterSpec
    from common.outgoing.fetching import Fetcher

Runs = Literal["inline", "thread", "await"]
Need = Literal["history", "activity", "secrets", "network"]
DEFAULT_BUDGET = 2.0


class CreatorFacts(NamedTuple):
    """What is known of the content's creator. `region` is a country as two capital letters (ISO
    3166). `history` is there for engines that need it, once the creator has posted anything, and
    `activity`, what was posted lately, for those that need that.
    """

    region: str | None = None
    history: History | None = None
    activity: Lately | None = None


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


class HashLists(Protocol):
    """An app's lists of image hashes; `revision` changes with any of them. The hashes themselves
    are read from the store, of each list when one compares with it.
    """

    @property
    def all(self) -> Sequence[ImageHashList]: ...

    @property
    def revision(self) -> str: ...

    async def lines(self, of: ImageHashList, /) -> Sequence[str]: ...


class NamedFilters(Protocol):
    """An app's semantic filters, as one team sees them; `revision` changes with any."""

    @property
    def revision(self) -> str: ...

    def find(self, name: str) -> FilterSpec | None: ...

    def of_team(self, team: str) -> NamedFilters: ...


class _NoLists:
    ruled: Sequence[str] = ()
    revision = ""

    def find(self, name: str, team: str = "") -> None:
        del name, team

    def of_team(self, team: str) -> _NoLists:
        del team
        return self


class _NoFilters:
    revision = ""

    def find(self, name: str) -> None:
        del name

    def of_team(self, team: str) -> _NoFilters:
        del team
        return self


class Unavailable(Exception):
    """An engine lacks what an operator can install or configure. The text says what, and is
    logged; the content counts as not judged.
    """


@dataclass(frozen=True, slots=True)
class Resources:
    """What an app has for its engines; `settings`, where its secrets are, only for those that
    need secrets, `fetcher` for those that need the network, `providers` for those that need both.
    Threads are shared out by `app`.
    """

    lists: NamedLists = field(default_factory=_NoLists)
    settings: Mapping[str, Any] = field(default_factory=dict, repr=False)
    app: str = ""
    fetcher: Fetcher | None = None
    filters: NamedFilters = field(default_factory=_NoFilters)
    providers: Providers | None = None
    hash_lists: HashLists | None = None

    def of(self, engine: Engine) -> Resources:
        return replace(
            self,
            settings=self.settings if "secrets" in engine.needs else {},
            fetcher=self.fetcher if "network" in engine.needs else None,
            providers=self.providers if engine.asks_providers else None,
        )


class EngineModule(Protocol):
    """`Config` is what a policy says of this engine, parsed once a version of the policy."""

    Config: type[EngineConfig]

    def prepare(self, config: Any, resources: Resources, /) -> Classifier: ...


@dataclass(frozen=True, slots=True)
class Engine:
    """All there is to know of an engine without loading its module.

    `labels` are the names that it gives; none where customers choose them. One that `names_lists`
    gives the names of block lists, and rules ask for those as lists, not as classes. `runs` says
    where: "inline" for microseconds, "thread" for a model or an image, "await" for a provider
    elsewhere. `slow` ones run in the scan function, after the check is answered. `media` are
    the kinds of content that it judges; None means whatever is posted.

    `tells` are those of the labels that customers choose which say something where they are not
    given, too; None means all of them.

    `budget` is the seconds that it has for one content: of computing, or of the clock where it is
    awaited. What it has not judged until then counts as not judged (see `budget.within_budget`).

    `config` is where the class of its settings is, as `module:class`: for engines that refuse more
    than the class does, or of whose settings earlier releases kept what they did not look at.
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
    config: str = ""
    media: tuple[str, ...] | None = None
    tells: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if "network" in self.needs and self.runs == "inline":
            raise ValueError(f"{self.name} would keep the event loop waiting for the network")

    def judges(self, content: Content) -> bool:
        return self.media is None or any(getattr(content, kind) for kind in self.media)

    @property
    def asks_providers(self) -> bool:
        return self.needs >= {"network", "secrets"}

    def load(self) -> EngineModule:
        return cast("EngineModule", importlib.import_module(self.module))

    def config_class(self) -> type[EngineConfig] | None:
        """None where only the engine's module has it, which is not in every function."""
        module, _, name = self.config.partition(":")
        found: type[EngineConfig] | None = None
        if module:
            found = getattr(importlib.import_module(module), name)
        return found
