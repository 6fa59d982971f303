"""Comments that are scored attribute by attribute, as Perspective's clients ask for it."""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.comment import AttributeScore, Comment, Languages
from common.domain.content import Content
from common.domain.settings import facades_of
from common.moderation.facades.attributes import attribute_scores
from common.moderation.facades.languages import languages
from common.moderation.facades.scoring import Asked, score

ENTITY_TYPE = "perspective:comment"


async def analyze(
    context: Context, app: str, comment: Comment, now: int
) -> tuple[dict[str, AttributeScore], Languages]:
    """Raises NotScored and TryAgain. Where the app's facade calls are checks it is one of the
    session's user, or else of the community's.
    """
    configuration = await context.configurations.of(app)
    spoken = languages(comment.text, comment.languages)
    ids = {"community_id": comment.community_id, "session_id": comment.session_id}
    asked = Asked(
        Content((comment.text,)),
        comment.session_id or comment.community_id,
        ENTITY_TYPE if comment.keeps else "",
        comment.client_token,
        {name: id for name, id in ids.items() if id},
    )
    scored = await score(context, configuration, asked, now)
    scaled = _is_scaled(context, configuration)
    scores = attribute_scores(comment.text, scored, spoken, comment.requested, scaled=scaled)
    return scores, spoken


def _is_scaled(context: Context, configuration: Configuration) -> bool:
    chosen = facades_of(configuration.settings)["perspective_scale"]
    return context.settings.perspective_scale if chosen is None else chosen
