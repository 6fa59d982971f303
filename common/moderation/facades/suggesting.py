"""Scores that people suggest for comments: labels for those who calibrate and try policies."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.comment import Languages, NotScored, Requested
from common.domain.content import Content
from common.domain.errors import NotFound
from common.domain.settings import facades_of
from common.domain.suggestion import (
    MOST_SUGGESTIONS,
    SUGGESTIONS,
    Suggested,
    Suggestion,
    count_key,
    suggestion_id,
    suggestion_key,
)
from common.moderation.contention import ATTEMPTS
from common.moderation.facades.attributes import attribute_of, attribute_scores, unknown
from common.moderation.facades.languages import languages
from common.moderation.facades.scoring import Asked, score
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Document, Key, Page, Put, Update

_OPTIONAL = ("community_id", "session_id", "client_token")
_FULL = f"there are {MOST_SUGGESTIONS} suggested scores: delete some of them first"


async def suggest(context: Context, app: str, suggested: Suggested, now: int) -> Languages:
    """The same text with the same ids is one suggestion: what was said last counts, and saying it
    again changes nothing. Raises NotScored and TryAgain.
    """
    comment = suggested.comment
    spoken = languages(comment.text, comment.languages)
    configuration = await context.configurations.of(app)
    own = await _own_scores(context, configuration, suggested, spoken, now)
    keeps = facades_of(configuration.settings)["keep_suggested_texts"]
    new = _suggestion(suggested, spoken, own, now, keeps=keeps)
    key = suggestion_key(app, new["id"])

    async def attempt() -> None:
        asked: list[Key[Any]] = [key, count_key(app)]
        known, count = await context.store.get(asked)
        if known is not None:
            await _replace(context, known, new)
            return
        if count is not None and count.data["count"] >= MOST_SUGGESTIONS:
            raise NotScored("INVALID_REQUEST", _FULL, "attributeScores")
        one_more = Update(count_key(app), increment={"count": 1}, upsert=True)
        await context.store.commit([Create(key, new), one_more])

    await until_committed(attempt, ATTEMPTS, Conflict(key))
    return spoken


async def _own_scores(
    context: Context,
    configuration: Configuration,
    suggested: Suggested,
    spoken: Languages,
    now: int,
) -> dict[str, float]:
    """What cannot be judged in the comment's language has none."""
    text = suggested.comment.text
    scored = await score(context, configuration, Asked(Content((text,))), now)
    names = [*dict.fromkeys((*suggested.scores, *suggested.spans))]
    for name in names:
        if attribute_of(name, scored.offered) is None:
            raise unknown(name, f"attributeScores.{name}")
    requested = Requested(dict.fromkeys(names, 0.0), drops=True)
    found = attribute_scores(text, scored, spoken, requested, scaled=False)
    return {name: each.value for name, each in found.items()}


def _suggestion(
    suggested: Suggested, spoken: Languages, own: dict[str, float], now: int, *, keeps: bool
) -> Suggestion:
    comment = suggested.comment
    hash = sha256(comment.text.encode()).hexdigest()
    document: Suggestion = {
        "id": suggestion_id(comment.community_id, comment.client_token, hash),
        "hash": hash,
        "attribute_scores": dict(suggested.scores),
        "scores": own,
        "languages": [*spoken.effective],
        "created_at": now,
        "updated_at": now,
    }
    if suggested.spans:
        document["spans"] = {name: [*spans] for name, spans in suggested.spans.items()}
    if keeps:
        document["text"] = comment.text
    for name in _OPTIONAL:
        if id := getattr(comment, name):
            document[name] = id  # type: ignore[literal-required]
    return document


async def _replace(context: Context, known: Document[Suggestion], new: Suggestion) -> None:
    """What Gavel said when it was first suggested stays, as long as the suggestion does."""
    said = ("attribute_scores", "spans", "text", "session_id")
    if all(known.data.get(name) == new.get(name) for name in said):
        return
    document: Suggestion = {**new, "created_at": known.data["created_at"]}
    await context.store.commit([Put(known.key, document, known.version)])


async def page(
    context: Context, app: str, community_id: str | None, limit: int, cursor: str | None
) -> Page[Suggestion]:
    """The newest first, of one community where it is named."""
    return await context.store.query(
        SUGGESTIONS,
        app=app,
        equal={"community_id": community_id} if community_id else {},
        order="created_at",
        descending=True,
        limit=limit,
        cursor=cursor,
    )


async def delete(context: Context, app: str, id: str) -> None:
    key = suggestion_key(app, id)

    async def attempt() -> None:
        (known,) = await context.store.get([key])
        if known is None:
            raise NotFound(f"there is no suggested score {id!r}", {"id": "does not exist"})
        one_less = Update(count_key(app), increment={"count": -1}, upsert=True)
        await context.store.commit([Delete(key, known.version), one_less])

    await until_committed(attempt, ATTEMPTS, Conflict(key))
