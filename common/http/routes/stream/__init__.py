"""What Stream's moderation API has, and the older paths of its chat API beside it, by area."""

from __future__ import annotations

from common.http.routes.route import Route
from common.http.routes.stream import (
    accounts,
    action_config,
    appeals,
    background,
    bans,
    content,
    policies,
    policy_tests,
    queues,
    reports,
    review,
    rules,
    settings,
    setup,
    users,
)

ROUTES: tuple[Route, ...] = (
    *content.ROUTES,
    *reports.ROUTES,
    *review.ROUTES,
    *action_config.ROUTES,
    *appeals.ROUTES,
    *policies.ROUTES,
    *rules.ROUTES,
    *queues.ROUTES,
    *settings.ROUTES,
    *setup.ROUTES,
    *users.ROUTES,
    *background.ROUTES,
    *policy_tests.ROUTES,
    *accounts.ROUTES,
    *bans.ROUTES,
)
