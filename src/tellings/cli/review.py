"""tellings review: what people decide on entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import click

from tellings.cli import output

if TYPE_CHECKING:
    from tellings.record.judgements import Verdict

AUTHOR = "TELLINGS_AUTHOR"
COLUMNS = ("created", "author", "target", "verdict", "field", "value", "note")


@click.command("review")
@click.argument("record")
@click.argument("target", metavar="[ID]", required=False)
@click.option(
    "--accept", "verdict", flag_value="accept", help="It is right: takes an earlier rejection or change back."
)
@click.option("--reject", "verdict", flag_value="reject", help="It is wrong: it is kept, but left out from now on.")
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="FIELD=VALUE",
    help="This field is to be this; lists as JSON. May be given again.",
)
@click.option("--field", help="Accept or reject this field alone, not the entry.")
@click.option(
    "--author", envvar=AUTHOR, show_envvar=True, help="Who decides; else the name that you are logged in under."
)
@click.option("--note", help="Why.")
@output.format_option
def command(record: str, target: str | None, changes: tuple[str, ...], form: str, **how: str | None) -> None:
    """Judge an entry of RECORD by its ID, or list all judgements.

    A judgement is a row of its own: no build changes it, it changes nothing that a build made, and a
    later one on the same entry and field stands in its place.

    \b
    Examples:
      tellings review record.sqlite EVENT_ID --reject --author Ida --note "a drill, no attack"
      tellings review record.sqlite EVENT_ID --set status=planned --author Ida
      tellings review record.sqlite
    """
    from tellings.record import open_store
    from tellings.record.judgements import judge, judgements
    from tellings.record.store import Judgement

    given = [*_verdicts(how["verdict"], how["field"]), *map(_change, changes)]
    if given and not target:
        raise click.UsageError("say which entry: tellings review RECORD ID --reject")
    with open_store(record, write=bool(given)) as store:
        for verdict, field, value in given:
            author = how["author"] or _login()
            judge(store, target or "", verdict, author=author, field=field, value=value, note=how["note"])
        output.show(judgements(store, target), Judgement, form, COLUMNS)


Given = tuple["Verdict", str | None, object]


def _verdicts(verdict: str | None, field: str | None) -> Iterator[Given]:
    if verdict:
        yield cast("Verdict", verdict), field, None
    elif field:
        raise click.UsageError("--field goes with --accept or --reject; to change a field use --set FIELD=VALUE")


def _change(given: str) -> Given:
    """A field and its value: JSON where it is JSON, else the words as they stand."""
    import msgspec

    field, sign, value = given.partition("=")
    if not sign or not field:
        raise click.UsageError(f"{given!r}: write --set FIELD=VALUE")
    try:
        return "change", field, msgspec.json.decode(value)
    except msgspec.DecodeError:
        return "change", field, value


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise click.UsageError(f"say who decides: --author NAME, or set {AUTHOR}") from None
