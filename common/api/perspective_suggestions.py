"""What Perspective's clients send: scores that they suggest for comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from common.api.perspective import MOST_ATTRIBUTES, CommentRequest, Message, Name, invalid
from common.domain.comment import Requested
from common.domain.suggestion import Suggested, SuggestedSpan
from common.text.utf16 import length

MOST_SPANS = 1_000
"""Of all suggested attributes together: what is kept has to fit DynamoDB's documents."""

Probability = Annotated[float, Field(strict=True, ge=0, le=1)]
Place = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1)]


class SuggestedScore(Message):
    value: Probability
    type: Literal["PROBABILITY", "SCORE_TYPE_UNSPECIFIED"] | None = None


class SuggestedSpanScore(Message):
    """In UTF-16 code units, the end exclusive."""

    begin: Place
    end: Place
    score: SuggestedScore

    def document(self) -> SuggestedSpan:
        return {"begin": self.begin, "end": self.end, "value": self.score.value}


class SuggestedScores(Message):
    summary_score: SuggestedScore | None = None
    span_scores: list[SuggestedSpanScore] | None = Field(None, max_length=MOST_SPANS)


class SuggestCommentScoreRequest(CommentRequest):
    attribute_scores: dict[Name, SuggestedScores] | None = Field(None, max_length=MOST_ATTRIBUTES)

    def suggested(self) -> Suggested:
        """Raises NotScored."""
        comment, scores = (
            self.comment_with(self.checked_text(), Requested({})),
            self.attribute_scores,
        )
        if not scores:
            raise invalid("attribute_scores must not be empty", "attributeScores")
        for field, problem in _problems(comment.text, scores):
            raise invalid(f"{field} {problem}", field)
        wholes = {name: each.summary_score for name, each in scores.items()}
        spans = {name: each.span_scores or () for name, each in scores.items()}
        return Suggested(
            comment,
            {name: each.value for name, each in wholes.items() if each is not None},
            {name: [each.document() for each in own] for name, own in spans.items() if own},
        )


def _problems(text: str, scores: Mapping[str, SuggestedScores]) -> Iterator[tuple[str, str]]:
    if sum(len(each.span_scores or ()) for each in scores.values()) > MOST_SPANS:
        yield "attributeScores", f"has more than {MOST_SPANS:,} spanScores"
    units = length(text)
    for name, each in scores.items():
        if each.summary_score is None and not each.span_scores:
            yield f"attributeScores.{name}", "must have a summaryScore or spanScores"
        for number, span in enumerate(each.span_scores or ()):
            if not span.begin < span.end <= units:
                field = f"attributeScores.{name}.spanScores.{number}"
                yield field, "is no part of the comment"
