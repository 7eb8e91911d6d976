from __future__ import annotations

import numpy as np

from tellings.text.encoder import encode


def test_what_means_the_same_is_nearer_than_what_does_not_in_one_language_and_between_two() -> None:
    found = encode(["The talks have collapsed.", "Negotiations broke down.", "El pan es caro.", "Bread is dear."])
    near = found @ found.T
    assert np.allclose(np.diag(near), 1, atol=1e-3)
    assert near[0, 1] > near[0, 3]
    assert near[2, 3] > near[1, 2]
