"""Whether a proof holds, by itself: no store is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from common.domain.evidence import committed
from common.domain.log_tree import chained, day_before, day_of, signed_text, time_of
from common.domain.merkle import leaf_hash, root_by
from common.outgoing.signing import is_signed

if TYPE_CHECKING:
    from common.views.log_roots import LogProofAnswer, LogRootAnswer


def problems_of(proof: LogProofAnswer, key: str = "") -> list[str]:
    """What does not hold, in sentences; nothing where all does. `key` is the public key (whpk_…)
    that the root has to be signed with; without it the one that it names.
    """
    return [*_of_values(proof), *_of_leaf(proof), *problems_of_root(proof["root"], key)]


def problems_of_root(root: LogRootAnswer, key: str = "") -> Iterator[str]:
    expected = chained(root["day"], root["entries"], root["tree"], root["previous"])
    if expected != root["root"]:
        yield "the root is not that of its day, its tree and the root before it"
    if key and root["key"] != key:
        yield "the root names another key than the one that was given"
    if not root["key"]:
        yield "the root is not signed: no key could be kept"
    else:
        signed = signed_text(root["app"], root["day"], root["root"])
        if not is_signed(root["key"], signed, root["signature"]):
            yield "the signature of the root is wrong"


def _of_values(proof: LogProofAnswer) -> Iterator[str]:
    try:
        commitments = json.loads(proof["leaf"])["commitments"]
    except (ValueError, KeyError, TypeError):
        yield "the leaf is none"
        return
    for name, value in proof["values"].items():
        if committed(proof["salts"].get(name, ""), name, value.encode()) != commitments.get(name):
            yield f"{name} is not what the entry said"


def _of_leaf(proof: LogProofAnswer) -> Iterator[str]:
    root, path = proof["root"], [bytes.fromhex(each) for each in proof["path"]]
    found = root_by(leaf_hash(proof["leaf"].encode()), proof["index"], root["entries"], path)
    if found is None or found.hex() != root["tree"]:
        yield "the entry does not lead to the root of its day"
    if f'"id":"{proof["id"]}"' not in proof["leaf"]:
        yield "the leaf is that of another entry"
    elif not _is_of_day(proof["id"], root["day"]):
        yield "the entry is of another day than the root"


def _is_of_day(id: str, day: str) -> bool:
    """What was written when its own day had been closed is under the root of the next one."""
    return day_of(time_of(id)) in (day, day_before(day))
