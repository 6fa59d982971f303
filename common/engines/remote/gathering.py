"""What comes of several calls about one content, some of which may have failed."""

from __future__ import annotations

from collections.abc import Sequence

from common.engines.remote.adapter import Finding, NotJudged


def gathered(outcomes: Sequence[Sequence[Finding] | BaseException], cut: int) -> list[Finding]:
    """All that was found. Raises NotJudged, with that, where something failed or was cut away."""
    found: list[Finding] = []
    failure: NotJudged | None = None
    for outcome in outcomes:
        if isinstance(outcome, NotJudged):
            failure = failure or outcome
            found += outcome.found
        elif isinstance(outcome, BaseException):
            raise outcome
        else:
            found += outcome
    if failure is not None:
        raise NotJudged(failure.cause, str(failure), found)
    if cut:
        raise NotJudged("content", f"{cut} characters were more than the provider takes", found)
    return found
