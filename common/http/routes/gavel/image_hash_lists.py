"""Lists of image hashes, and what is put in and taken out."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, V1, resource, route
from common.http.routes.route import Route

_BODIES = f"{API}.image_hash_lists"
_VIEWS = "common.views.gavel_image_hash_lists"
_LIST = f"{V1}/image_hash_lists/{{id}}"

ROUTES: tuple[Route, ...] = (
    *resource(
        "image_hash_lists",
        "image_hash_list",
        f"{_BODIES}:ImageHashListBody",
        "ImageHashListAnswer",
        "ImageHashListsAnswer",
        _VIEWS,
    ),
    route(
        "POST",
        f"{_LIST}/import",
        "configure",
        "import_image_hashes",
        body=f"{_BODIES}:ImportBody",
        answer=f"{_VIEWS}:AddedHashesAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{_LIST}/add",
        "configure",
        "add_image_hash",
        body=f"{_BODIES}:AddFromItemBody",
        answer=f"{_VIEWS}:AddedHashesAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{_LIST}/remove",
        "configure",
        "remove_image_hashes",
        body=f"{_BODIES}:RemoveHashesBody",
        answer=f"{_VIEWS}:RemovedHashesAnswer",
        right="configure",
    ),
    route(
        "GET",
        f"{_LIST}/export",
        "configure",
        "export_image_hashes",
        query=f"{_BODIES}:ExportQuery",
        answer=f"{_VIEWS}:ExportedHashesAnswer",
        right="export",
    ),
)
