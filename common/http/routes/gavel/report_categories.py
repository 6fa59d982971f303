"""Report categories."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, resource
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = resource(
    "report_categories",
    "report_category",
    f"{API}.categories:ReportCategoryBody",
    "ReportCategoryAnswer",
    "ReportCategoriesAnswer",
)
