"""That no window is passed over which is as near to a filter as it has to be."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.each_engine import phrases, texts
from common.engines.semantic import screening
from common.engines.semantic.filters import filter_of, nearness
from common.engines.semantic.lanes import Rows
from common.engines.semantic.model import StaticModel
from common.engines.semantic.screening import Screen
from common.engines.semantic.spec import FilterSpec
from common.engines.semantic.vectors import static_vectors
from common.engines.semantic.windows import windows
from common.text.folding import fold


@pytest.mark.parametrize("remembered", [1_000_000, 500])
@pytest.mark.parametrize("bar", [0.25, 0.5])
def test_only_what_is_too_far_is_passed_over(
    bar: float, remembered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there is hardly room to remember words."""
    monkeypatch.setattr(screening, "_BYTES", remembered)
    filters = [
        filter_of(FilterSpec(name, phrases(name)), StaticModel())
        for name in ("drug_sale", "account_selling")
    ]
    vectors = [vector for each in filters for vector in each.vectors]
    ends = [0, len(filters[0].vectors), len(vectors)]
    bars = [each.scale.nearness(bar) for each in filters]
    screen, rows = Screen(vectors, [*pairwise(ends)], bars), Rows.of(vectors)
    said = [*texts(100), *phrases("drug_sale"), *phrases("account_selling"), "x", "7 漢字 ñandú"]
    passed = near = total = 0
    for text in said:
        for window in windows(fold(text)):
            products = rows.products(static_vectors().vector(window.words))
            is_near = any(
                nearness(products[start:end]) >= least
                for (start, end), least in zip(pairwise(ends), bars, strict=True)
            )
            may_reach = screen.may_reach(window)
            assert may_reach or not is_near, window.words
            passed, near, total = passed + may_reach, near + is_near, total + 1
    assert near <= passed < total / 2
    assert near > 10
