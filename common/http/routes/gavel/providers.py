"""Providers of remote engines."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, resource
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = resource(
    "providers",
    "provider",
    f"{API}.providers:ProviderBody",
    "ProviderAnswer",
    "ProvidersAnswer",
    "common.views.gavel_providers",
    right="administer",
)
