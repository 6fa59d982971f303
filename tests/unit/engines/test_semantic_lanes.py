"""That lanes of a long integer count as the vectors do that they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.engines.semantic.lanes import ONE, SCALE, Rows, packed, scaled, unpacked

_lane = st.integers(-(1 << 15), (1 << 15) - 1)


@given(st.lists(_lane, min_size=1, max_size=300))
def test_what_is_packed_comes_back(values: list[int]) -> None:
    assert unpacked(packed(values), len(values)) == values


@given(st.lists(st.lists(st.integers(-100, 100), min_size=5, max_size=5), min_size=1, max_size=40))
def test_sums_of_packed_vectors_are_those_of_their_lanes(vectors: list[list[int]]) -> None:
    total = sum(map(packed, vectors))
    assert unpacked(total, 5) == [sum(lane) for lane in zip(*vectors, strict=True)]


_vector = st.lists(st.floats(-1, 1), min_size=160, max_size=160).map(
    lambda values: scaled(values, sum(value * value for value in values) ** 0.5)
)


@given(st.lists(_vector, min_size=1, max_size=8), _vector)
def test_products_with_rows_are_exact(rows: list[list[int]], vector: list[int]) -> None:
    expected = [sum(a * b for a, b in zip(row, vector, strict=True)) for row in rows]
    assert Rows.of(rows).products(vector) == expected


def test_a_vector_s_product_with_itself_is_about_one() -> None:
    vector = scaled([0.1, 0.9, -0.3, 0.2], (0.01 + 0.81 + 0.09 + 0.04) ** 0.5)
    (product,) = Rows.of([vector]).products(vector)
    assert abs(product - ONE) < 0.02 * ONE
    assert max(map(abs, vector)) <= SCALE


def test_nothing_has_no_direction() -> None:
    assert scaled([0, 0, 0], 0.0) == [0, 0, 0]
