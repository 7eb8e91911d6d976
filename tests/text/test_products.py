"""A row's product is the same in any company, whatever this machine's BLAS does."""

from __future__ import annotations

import numpy as np
import pytest

from tellings.text import products
from tellings.text.products import MOST_ROWS, STEP, Floats, Product

#: Inputs x outputs: those of the pipeline's networks, and one that suits no kernel.
SHAPES = [(96, 288), (288, 288), (96, 64), (64, 84), (64, 1664), (7, 5)]


def _made(inputs: int, outputs: int) -> tuple[Floats, Floats]:
    dice = np.random.default_rng(7)
    return dice.normal(size=(MOST_ROWS + 40, inputs)).astype("f"), dice.normal(size=(inputs, outputs)).astype("f")


@pytest.mark.parametrize(("inputs", "outputs"), SHAPES)
def test_a_row_has_the_same_product_alone_and_among_others(inputs: int, outputs: int) -> None:
    rows, weights = _made(inputs, outputs)
    product = Product(weights)
    together = product(rows)
    np.testing.assert_allclose(together, rows @ weights, rtol=1e-3, atol=1e-4)
    for first, last in ((0, 1), (1, 4), (5, 5 + STEP), (3, 3 + MOST_ROWS), (MOST_ROWS, MOST_ROWS + 40)):
        assert np.array_equal(product(rows[first:last]), together[first:last])


def test_no_rows_have_no_products() -> None:
    rows, weights = _made(96, 64)
    assert Product(weights)(rows[:0]).shape == (0, 64)


def test_where_blas_is_not_steady_blis_multiplies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "steady_margin", lambda inputs, outputs: None)
    rows, weights = _made(96, 64)
    product = Product(weights)
    together = product(rows)
    np.testing.assert_allclose(together, rows @ weights, rtol=1e-3, atol=1e-4)
    assert np.array_equal(product(rows[:3]), together[:3])
    assert product(rows[:0]).shape == (0, 64)
