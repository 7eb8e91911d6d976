import io

from rich.console import Console

from tellings.cli.stacked import stacked


def printed(names: list[str], rows: list[list[str]]) -> str:
    console = Console(width=60, file=io.StringIO())
    console.print(*stacked(names, rows, console.width), sep="\n")
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())  # type: ignore[attr-defined]


def test_long_values_stand_below_short_ones_with_names_but_for_what_is_told() -> None:
    told = "Peru and Chile agreed to share the river's water for ten years, starting in May"
    rows = [
        ["2031-03-14", "the foreign ministry of Peru", told, "e1"],
        ["2031-03-15", "", "Chile left", "e22"],
    ]
    assert printed(["date", "reported_by", "summary", "event_id"], rows).splitlines() == [
        "date        event id",
        "2031-03-14  e1",
        "  Peru and Chile agreed to share the river's water for ten",
        "  years, starting in May",
        "  reported by the foreign ministry of Peru",
        "2031-03-15  e22",
        "  Chile left",
    ]


def test_short_values_that_have_no_room_stand_below_with_their_names() -> None:
    names = ["source", "target", "verbal_cooperation", "material_cooperation", "verbal_conflict", "mean_score"]
    assert printed(names, [["PER", "CHL", "12", "0", "3", "1.25"]]).splitlines() == [
        "source  target  verbal cooperation  material cooperation",
        "PER     CHL     12                  0",
        "  verbal conflict 3  mean score 1.25",
    ]
