"""The lists outside the project that rows of `holders.tsv` can be asked of: who held what, as far as each list says.

A list that states when a term began is agreed with in person and start. One that only shows who was in office on
some day (a snapshot) is agreed with in person and day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from tellings.vocab.countries import countries
from tellings.vocab.holders import first_day, last_day

HEADS = frozenset(
    ("president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "leader", "supreme leader",
     "chief executive", "chief adviser", "pope", "prince", "grand duke")
)  # fmt: skip
#: Days by which the start of a term may differ from a list's: oaths follow elections and decrees.
DAYS, MONTH, YEAR = 31, 45, 366
#: Lists of who is in office lag behind by up to some months.
LAG = timedelta(92)
SNAPSHOT = (date(2019, 6, 30) - LAG, date(2019, 6, 30))
#: Lists' own names and abbreviations of states where they are not the table's.
OTHER_NAMES = {
    "Congo, Republic of the": "COG", "Congo, Democratic Republic of the": "COD", "Gambia, The": "GMB",
    "Korea, North": "PRK", "Korea, South": "KOR", "Bahamas, The": "BHS", "Micronesia, Federated States of": "FSM",
}  # fmt: skip
NO_SUCH = re.compile(
    r"deput|vice|assistant|delegate|former|parliamentary sec|minister of state|secretary of state for|"
    r"adviser|permanent",
    re.IGNORECASE,
)
FOREIGN = re.compile(
    r"\b(?:foreign (?:affairs|relations|aff\.)|external (?:affairs|relations)|foreign min)", re.IGNORECASE
)
DEFENCE = re.compile(r"\bdefen[sc]e\b", re.IGNORECASE)
#: REIGN names states by the Correlates of War project's letters; those that differ from ISO's.
CORRELATES = (
    "BHM=BHS HAI=HTI TRI=TTO BAR=BRB GRN=GRD SLU=LCA SVG=VCT AAB=ATG SKN=KNA GUA=GTM HON=HND SAL=SLV COS=CRI "
    "PAR=PRY URU=URY UKG=GBR IRE=IRL NTH=NLD FRN=FRA MNC=MCO SPN=ESP POR=PRT GFR=DEU GMY=DEU CZR=CZE SLO=SVK "
    "SNM=SMR CRO=HRV YUG=SRB BOS=BIH KOS=XKX BUL=BGR MLD=MDA ROM=ROU LAT=LVA LIT=LTU GRG=GEO SWD=SWE DEN=DNK "
    "ICE=ISL CAP=CPV EQG=GNQ GAM=GMB MAA=MRT NIR=NER CDI=CIV GUI=GIN BFO=BFA SIE=SLE TOG=TGO CAO=CMR NIG=NGA "
    "CEN=CAF CHA=TCD CON=COG DRC=COD TAZ=TZA BUI=BDI ANG=AGO MZM=MOZ ZAM=ZMB ZIM=ZWE MAW=MWI SAF=ZAF LES=LSO "
    "BOT=BWA SWA=SWZ MAG=MDG MAS=MUS SEY=SYC MOR=MAR ALG=DZA LIB=LBY SUD=SDN LEB=LBN YAR=YEM KUW=KWT BAH=BHR "
    "UAE=ARE OMA=OMN TAJ=TJK KYR=KGZ KZK=KAZ MON=MNG ROK=KOR BHU=BTN BNG=BGD MYA=MMR SRI=LKA MAD=MDV NEP=NPL "
    "THI=THA CAM=KHM DRV=VNM MAL=MYS SIN=SGP BRU=BRN PHI=PHL INS=IDN ETM=TLS AUL=AUS AUS=AUT NEW=NZL VAN=VUT "
    "SOL=SLB FIJ=FJI NAU=NRU MSI=MHL PAL=PLW MAC=MKD MNG=MNE SWZ=CHE SLV=SVN"
)
REIGN = dict(pair.split("=") for pair in CORRELATES.split())


@dataclass(frozen=True, slots=True)
class Listed:
    """A term that a list knows. `slack` is how many days its start may be off; None where it tells no start."""

    source: str
    country: str
    office: str
    person: str
    first: date | None
    last: date | None
    slack: int | None


def listed(folder: Path) -> tuple[Listed, ...]:
    """Every term that the lists in `folder` know of heads, foreign and defence ministers; `office` is one of these."""
    readers = (_reign, _leaders, _ministers, _cia, _country_info)
    return tuple(term for reader in readers for term in reader(folder))


@cache
def _codes() -> dict[str, str]:
    named = {name: c.code for c in countries().values() for name in (c.name, *c.names)}
    return named | OTHER_NAMES


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _reign(folder: Path) -> Iterator[Listed]:
    for row in _rows(folder / "reign_leaders_2021-03.csv"):
        if not row["sdate"]:
            continue
        first = date(int(row["syear"]), int(row["smonth"]), min(int(row["sdate"]), 28))
        last = last_day(f"{row['eyear']}-{int(row['emonth']):02}") if row["eyear"] else date(2021, 3, 1)
        code = REIGN.get(row["stateabb"], row["stateabb"])
        yield Listed("reign_leaders_2021-03", code, "head", row["leader"], first, last, MONTH)


def _leaders(folder: Path) -> Iterator[Listed]:
    for row in _rows(folder / "wikidata_leaders_2022-10.csv"):
        if row["country"] in _codes() and row["start_year"]:
            ended = last_day(row["end_year"]) if row["end_year"] else date(2022, 10, 1)
            name, code = row["officeholderLabel"], _codes()[row["country"]]
            yield Listed("wikidata_leaders_2022-10", code, "head", name, first_day(row["start_year"]), ended, YEAR)


def _ministers(folder: Path) -> Iterator[Listed]:
    for source in ("foreign_ministers_wikidata_2023-01", "foreign_ministers_wikipedia_2023-01"):
        for row in _rows(folder / f"{source}.csv"):
            if row["countryLabel"] in _codes() and row["start"] and row["name"]:
                code, first = _codes()[row["countryLabel"]], first_day(row["start"][:10])
                yield Listed(source, code, "foreign minister", row["name"], first, date(2022, 12, 1), DAYS)


def _cia(folder: Path) -> Iterator[Listed]:
    for row in _rows(folder / "cia_world_leaders_2019-06.csv"):
        place = re.search(r"\(([^()]+(?:\([^()]*\))?[^()]*)\)$", row["office_label"])
        office = _office(row["office_label"].removeprefix("The Office of "))
        if place and office and place[1] in _codes() and row["person"]:
            yield Listed("cia_world_leaders_2019-06", _codes()[place[1]], office, row["person"], *SNAPSHOT, None)


def _country_info(folder: Path) -> Iterator[Listed]:
    """Ministers of 2003 to 2011; a line's brackets and its roles come in one order."""
    code = ""
    for line in (folder / "CountryInfo.120116.txt").read_text(encoding="utf-8").splitlines():
        code = line[13:16] if line.startswith("<CountryCode>") else code
        roles = line.partition("#")[2].split(" & ")
        spans = re.findall(r"\[[A-Z]+ ([^\]]+)\]", line.partition("#")[0])
        name = re.match(r"\s*\{?([^\s\[}]+)", line)
        if len(roles) != len(spans) or not name:
            continue
        for role, span in zip(roles, spans, strict=True):
            office = _office(role.strip())
            if office:
                person = name[1].replace("_", " ").strip().title()
                yield Listed("country_info_2012-01", code, office, person, *_span(span), None)


def _span(text: str) -> tuple[date, date]:
    """The days of "20051001 - 20080331"; of ">20050101" or "<20041231" those beside it."""
    days = [date(int(d[:4]), int(d[4:6]), min(int(d[6:]), 28)) for d in re.findall(r"\d{8}", text)]
    if len(days) > 1:
        return days[0], days[-1]
    return (days[0] - LAG, days[0]) if text.startswith("<") else (days[0], days[0] + LAG)


def _office(label: str) -> str | None:
    if NO_SUCH.search(label):
        return None
    if FOREIGN.search(label):
        return "foreign minister"
    return "defence minister" if DEFENCE.search(label) else None
