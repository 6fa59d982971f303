"""What is Gavel's own, by area."""

from __future__ import annotations

from common.http.routes.gavel import (
    actions,
    background,
    backtests,
    classes,
    deliveries,
    endpoints,
    enforcements,
    image_hash_lists,
    log,
    providers,
    report_categories,
    reports,
    rule_groups,
    rule_work,
    rules,
    score_keys,
    semantic_filters,
    settings,
    spam,
    strikes,
    trying,
    user_lists,
)
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    *trying.ROUTES,
    *rules.ROUTES,
    *rule_work.ROUTES,
    *enforcements.ROUTES,
    *backtests.ROUTES,
    *rule_groups.ROUTES,
    *user_lists.ROUTES,
    *strikes.ROUTES,
    *classes.ROUTES,
    *actions.ROUTES,
    *report_categories.ROUTES,
    *reports.ROUTES,
    *semantic_filters.ROUTES,
    *image_hash_lists.ROUTES,
    *providers.ROUTES,
    *score_keys.ROUTES,
    *spam.ROUTES,
    *settings.ROUTES,
    *background.ROUTES,
    *log.ROUTES,
    *deliveries.ROUTES,
    *endpoints.ROUTES,
)
