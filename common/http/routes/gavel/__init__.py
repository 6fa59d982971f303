"""What is Gavel's own, by area."""

from __future__ import annotations

from common.http.routes.gavel import (
    actions,
    background,
    backtests,
    deliveries,
    endpoints,
    enforcements,
    image_hash_lists,
    log,
    providers,
    report_categories,
    rule_work,
    rules,
    score_keys,
    semantic_filters,
    settings,
    trying,
)
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    *trying.ROUTES,
    *rules.ROUTES,
    *rule_work.ROUTES,
    *enforcements.ROUTES,
    *backtests.ROUTES,
    *actions.ROUTES,
    *report_categories.ROUTES,
    *semantic_filters.ROUTES,
    *image_hash_lists.ROUTES,
    *providers.ROUTES,
    *score_keys.ROUTES,
    *settings.ROUTES,
    *background.ROUTES,
    *log.ROUTES,
    *deliveries.ROUTES,
    *endpoints.ROUTES,
)
