"""Tellings: from many tellings to one record.

import tellings as t

record = t.build(["pages/"], "record.sqlite")
record.events(pair=("RUS", "CHN"))
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tellings.api import Entries, Record, build
    from tellings.api import open_record as open
    from tellings.errors import TellingsError
    from tellings.pages.fields import Fields

__version__ = "0.1.0"
__all__ = ["Entries", "Fields", "Record", "TellingsError", "__version__", "build", "open"]

#: Where each public name is found, at first use: `import tellings` loads no stage.
_NAMES = {
    "Entries": ("tellings.api", "Entries"),
    "Fields": ("tellings.pages.fields", "Fields"),
    "Record": ("tellings.api", "Record"),
    "TellingsError": ("tellings.errors", "TellingsError"),
    "build": ("tellings.api", "build"),
    "open": ("tellings.api", "open_record"),
}


def __getattr__(name: str) -> object:
    """Find a public name's module and load it."""
    from importlib import import_module

    if name not in _NAMES:
        raise AttributeError(f"module 'tellings' has no attribute {name!r}")
    module, found = _NAMES[name]
    return getattr(import_module(module), found)
