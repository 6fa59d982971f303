"""What a shadow has found, read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from common.configuration.context import Context
from common.domain.decided import was_kept
from common.domain.item import Item, item_key
from common.domain.rule_input import content_mark
from common.domain.rule_shadow import KINDS, SHADOW_HITS, Kind, RuleShadow, ShadowHit, run_kind
from common.domain.shadow_report import SHOWN, Found
from common.store.store import Key

LOOKED_AT = 1_000
"""The latest of each kind: what came before them is not in the counts."""
_ITEMS = 500
_PAGE = 100


async def found(context: Context, app: str, shadow: RuleShadow) -> Found:
    hits: dict[Kind, Sequence[ShadowHit]] = {}
    is_exact = True
    for kind in KINDS:
        equal = {"run_kind": run_kind(shadow["run"], kind)}
        hits[kind], is_all = await _latest(context, app, equal, LOOKED_AT)
        is_exact = is_exact and is_all
    staff, _ = await _latest(context, app, {"staff_run": shadow["run"]}, SHOWN)
    partly = Found(hits, is_exact, staff, 0, 0)
    upheld, overturned = await _decided(context, app, partly.of_shadow)
    return Found(hits, is_exact, staff, upheld, overturned)


async def _latest(
    context: Context, app: str, equal: Mapping[str, str], most: int
) -> tuple[list[ShadowHit], bool]:
    """And whether these are all."""
    hits: list[ShadowHit] = []
    cursor: str | None = None
    while len(hits) < most:
        page = await context.store.query(
            SHADOW_HITS,
            app=app,
            equal=equal,
            order="at",
            descending=True,
            limit=min(_PAGE, most - len(hits)),
            cursor=cursor,
        )
        hits += [document.data for document in page.documents]
        cursor = page.cursor
        if cursor is None:
            return hits, True
    return hits, False


async def _decided(context: Context, app: str, hits: Sequence[ShadowHit]) -> tuple[int, int]:
    """Of the latest contents: of what is another by now, nothing was decided that would count."""
    latest: dict[str, ShadowHit] = {}
    for hit in hits:
        if len(latest) >= _ITEMS:
            break
        latest.setdefault(hit["item_id"], hit)
    keys: list[Key[Item]] = [item_key(app, id) for id in latest]
    kept: Counter[bool] = Counter()
    for start in range(0, len(keys), _PAGE):
        for document in await context.store.get(keys[start : start + _PAGE]):
            if document is None:
                continue
            item, hit = document.data, latest[document.key.id]
            if content_mark(item.get("payload_hash", "")) != hit["content"]:
                continue
            said = was_kept(item)
            if said is not None:
                kept[said] += 1
    return kept[False], kept[True]
