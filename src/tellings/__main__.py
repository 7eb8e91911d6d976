"""`python -m tellings` is the `tellings` command."""

import sys

from tellings.cli import main

sys.exit(main())
