"""The pipeline's weights are those that were checked."""

from __future__ import annotations

import pytest

from tellings.text import model_files


def test_the_installed_files_are_those_that_were_checked() -> None:
    assert (model_files.checked_folder() / "meta.json").is_file()


def test_a_changed_file_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(model_files.SHA256, "ner/model", "0" * 64)
    with pytest.raises(model_files.ModelChangedError, match=r"ner/model .* reinstall"):
        model_files.checked_folder()
