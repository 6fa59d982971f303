"""What resources have in common, and report categories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from common.api.gavel.base import ListQuery
from common.api.gavel.categories import ReportCategoryBody
from common.domain.report_category import ReportCategory
from common.http.call import Call
from common.moderation.resources import references, resources
from common.moderation.resources.kinds import REPORT_CATEGORY, Kind
from common.store.store import D
from common.views.gavel_resources import (
    ReportCategoriesAnswer,
    ReportCategoryAnswer,
    categories_answer,
    category_answer,
)
from common.views.nothing import Nothing

One = TypeVar("One")
Many = TypeVar("Many")


@dataclass(frozen=True, slots=True)
class Resource(Generic[One, Many, D]):
    """What reading and deleting have in common; `one` and `many` are their answers."""

    kind: Kind[D]
    one: Callable[[D], One]
    many: Callable[[Sequence[D], str | None], Many]

    async def list(self, call: Call) -> Many:
        query: ListQuery = call.query
        page = await resources.page(call.context, call.app, self.kind, query.limit, query.cursor)
        return self.many([document.data for document in page.documents], page.cursor)

    async def get(self, call: Call) -> One:
        return self.one(await resources.get(call.context, call.app, self.kind, call.path["id"]))

    async def delete(self, call: Call) -> Nothing:
        await resources.delete(call.context, call.app, self.kind, call.path["id"])
        return {}


CATEGORIES: Resource[ReportCategoryAnswer, ReportCategoriesAnswer, ReportCategory] = Resource(
    REPORT_CATEGORY, category_answer, categories_answer
)


async def delete_category(call: Call) -> Nothing:
    await references.check_free(call.context, call.app, "categories", call.path["id"], "id")
    return await CATEGORIES.delete(call)


async def put_category(call: Call, body: ReportCategoryBody) -> ReportCategoryAnswer:
    resources.check_id(call.path["id"])
    category = await resources.put(
        call.context, call.app, REPORT_CATEGORY, call.path["id"], body.model_dump(), call.now
    )
    return category_answer(category)
