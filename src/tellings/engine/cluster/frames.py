"""The shards' functions over Daft's data frames. Each frame is written down between stages, and held by nobody."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

# Read when Daft is imported: nothing is sent to its makers, and standard output is for data.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("DAFT_PROGRESS_BAR", "0")

import daft
import msgspec
from daft import DataFrame, Expression, Series, col
from daft import DataType as Type

from tellings.clean.repeats import Repeated
from tellings.clean.site_rules import SiteRules
from tellings.engine.cluster import shards
from tellings.pages.fields import Fields
from tellings.record.reported import NEAR
from tellings.record.schema import columns
from tellings.relate.candidates import WORTH

__all__ = ["DataFrame", "col", "daft"]  # whoever imports Daft takes it from here, with its switches set

#: Pages that one call reads: enough that starting the process that reads them costs little.
BATCH = 128
TEXT, COUNT, TRUTH = Type.string(), Type.int64(), Type.bool()
TYPES = {"TEXT": TEXT, "INTEGER": COUNT, "REAL": Type.float64(), "BLOB": TEXT}
ORDER = 1 << 32


def _struct(**fields: Type) -> Type:
    return cast("Type", Type.struct(dict(fields)))


def _spread(frame: DataFrame, *kept: str, made: Any) -> DataFrame:
    """The columns that are kept, beside the fields that are made of each row."""
    return frame.select(*kept, made.alias("made")).select(*kept, daft.functions.unnest(col("made")))


def opened(address: str) -> BinaryIO:
    """What an address of object storage names, by the engine's own means."""
    return cast("BinaryIO", daft.File(address).open())


def source_pages(files: Sequence[Sequence[str]], fields: Fields) -> DataFrame:
    """`order`, `page_id` with `page`, or `reject`, of all files; each list of files is read in one place."""

    @daft.func(return_dtype=_struct(number=COUNT, page_id=TEXT, page=TEXT, reject=TEXT))
    def pages(files: list[str]) -> Iterator[Any]:
        yield from shards.pages_of(files, fields, opened)

    given = daft.from_pydict({"source": list(range(len(files))), "files": [list(some) for some in files]})
    if daft.get_or_infer_runner_type() == "ray":  # else one machine would read all; the native runner has no such parts
        given = given.into_partitions(len(files))
    found = _spread(given.into_batches(1), "source", made=pages(col("files")))
    found = found.where(col("page_id").not_null() | col("reject").not_null())
    order = (col("source") * ORDER + col("number")).alias("order")
    return found.select(order, "page_id", "page", "reject")


def new_pages(pages: DataFrame, held: DataFrame | None) -> DataFrame:
    """`page_id` and `page` of each page once, the first of those with its id, that is not held yet."""
    found = pages.where(col("page_id").not_null())
    first = found.select("page_id", "order").groupby("page_id").agg(col("order").min())
    once = found.select("page_id", "order", "page").join(first, on=["page_id", "order"])
    new = once.join(held, on="page_id", how="anti") if held is not None else once
    return new.select("page_id", "page")


def readings(pages: DataFrame, sites: SiteRules | None) -> DataFrame:
    """`page_id`, then `article_id`, `site`, `paragraphs`, `reading`, or `reject`."""

    @daft.func.batch(
        return_dtype=_struct(article_id=TEXT, site=TEXT, paragraphs=TEXT, reading=TEXT, reject=TEXT), batch_size=BATCH
    )
    def read(pages: Series) -> list[Any]:
        return list(shards.readings_of(pages.to_pylist(), sites))

    return _spread(pages.into_batches(BATCH), "page_id", made=read(col("page")))


def repeats(readings: DataFrame) -> dict[str, dict[str, bool]]:
    """What each site repeats: keys of paragraphs, collected here from wherever the sites' articles are compared."""

    @daft.func(return_dtype=TEXT)
    def keys(site: str, page_ids: list[str], paragraphs: list[str]) -> str | None:
        return shards.repeated_by(site, page_ids, paragraphs)

    by_site = readings.where(col("site").not_null()).groupby("site")
    listed = by_site.agg(col("page_id").list_agg(), col("paragraphs").list_agg())
    found = listed.select("site", keys(col("site"), col("page_id"), col("paragraphs")).alias("keys"))
    rows = found.where(col("keys").not_null()).to_pylist()
    return {row["site"]: msgspec.json.decode(row["keys"], type=dict[str, bool]) for row in rows}


def without_repeats(readings: DataFrame, by_site: Repeated) -> DataFrame:
    """`page_id`, `article_id`, `reading` of articles without what their sites repeat; `reject` where that fails."""

    @daft.func.batch(return_dtype=_struct(article_id=TEXT, reading=TEXT, reject=TEXT), batch_size=BATCH)
    def again(*given: Series) -> list[Any]:
        rows = zip(*(one.to_pylist() for one in given), strict=True)
        return list(shards.without_repeats([shards.Told(*row) for row in rows], by_site))

    named = [col(name) for name in ("page_id", "article_id", "site", "paragraphs", "reading")]
    return _spread(readings.into_batches(BATCH), "page_id", made=again(*named))


def sketches(readings: DataFrame) -> DataFrame:
    """`article_id`, `sketch`, `day` and `keys`."""
    key = _struct(run=TRUTH, key=Type.uint64(), weight=COUNT)
    made = _struct(sketch=Type.binary(), day=TEXT, keys=Type.list(key))

    @daft.func.batch(return_dtype=made, batch_size=BATCH)
    def sketched(readings: Series) -> list[Any]:
        return list(shards.sketched(readings.to_pylist()))

    return _spread(readings.into_batches(BATCH), "article_id", made=sketched(col("reading")))


def candidates(sketches: DataFrame) -> DataFrame:
    """`one` and `other`: the pairs worth a look, summed over the keys that they share, each key on its own."""

    @daft.func(return_dtype=_struct(one=TEXT, other=TEXT, worth=COUNT))
    def under(run: bool, ids: list[str], weights: list[int]) -> Iterator[Any]:
        yield from shards.under_key(run, ids, weights)

    keys = _spread(sketches.select("article_id", "keys").explode("keys"), "article_id", made=col("keys"))
    standing = keys.where(col("key").not_null()).groupby("run", "key")
    listed = standing.agg(col("article_id").list_agg(), col("weight").list_agg())
    shared = listed.where(_above(col("article_id").list_count(), 1))
    pairs = _spread(shared, made=under(col("run"), col("article_id"), col("weight"))).where(col("one").not_null())
    return (
        pairs.groupby("one", "other")
        .agg(col("worth").sum())
        .where(_above(col("worth"), WORTH - 1))
        .select("one", "other")
    )


def _above(number: Expression, least: int) -> Expression:
    return number > daft.lit(least)


def pairs(candidates: DataFrame, sketches: DataFrame) -> Iterator[tuple[str, str, tuple[float, bool]]]:
    """The pairs that say something: two ids, a score and a truth value each."""

    @daft.func(return_dtype=_struct(score=Type.float64(), same=TRUTH))
    def match(one: bytes, other: bytes) -> Any:
        return shards.matched(one, other)

    both = candidates
    for side in ("one", "other"):
        beside = sketches.select(col("article_id").alias(side), col("sketch").alias(f"{side}_sketch"))
        both = both.join(beside, on=side)
    found = _spread(both, "one", "other", made=match(col("one_sketch"), col("other_sketch")))
    for row in found.where(col("score").not_null()).to_pylist():
        yield row["one"], row["other"], (row["score"], row["same"])


def reported(readings: DataFrame) -> DataFrame:
    """`article_id` and `elsewhere`: what other articles of the months around say of whom it leaves open, as JSON."""

    @daft.func(return_dtype=TEXT)
    def claim(name: str, office: str, country: str) -> str:
        return shards.reported(name, office, country)

    claims, sought = own_table(readings, "claims"), own_table(readings, "sought")
    claims = claims.select("name", "office", "country", "name_key", "month").distinct()
    sought = sought.select("article_id", "name_key", "country", "office", col("month").alias("own_month"))
    named = sought.where(col("name_key").not_null()).select("article_id", "name_key", "own_month")
    offices = sought.where(col("country").not_null()).select("article_id", "country", "office", "own_month")
    columns = ("article_id", "name", "office", "country", "month", "own_month")
    met = [named.join(claims, on="name_key"), offices.join(claims, on=["country", "office"])]
    both = met[0].select(*columns).union_all(met[1].select(*columns))
    near = both.where((col("month") - col("own_month")).abs() < daft.lit(NEAR + 1))
    said = near.select("article_id", claim(col("name"), col("office"), col("country")).alias("claim")).distinct()
    return said.groupby("article_id").agg(col("claim").list_agg().list_join(",").alias("elsewhere"))


def stories(readings: DataFrame, groups: Sequence[Sequence[str]]) -> DataFrame:
    """`table` and `row` as JSON of all that stories give; each story is put together in one place."""

    @daft.func(return_dtype=_struct(table=TEXT, row=TEXT))
    def told(readings: list[str], elsewhere: list[str]) -> Iterator[Any]:
        yield from shards.told(readings, [f"[{claims}]" for claims in elsewhere])

    of = {article_id: number for number, group in enumerate(groups) for article_id in group}
    named = daft.from_pydict({"article_id": list(of), "story": list(of.values())})
    joined = readings.select("article_id", "reading").join(named, on="article_id")
    joined = joined.join(reported(readings), on="article_id", how="left")
    joined = joined.select("story", "reading", col("elsewhere").fill_null(""))
    listed = joined.groupby("story").agg(col("reading").list_agg(), col("elsewhere").list_agg()).into_batches(1)
    return _spread(listed, made=told(col("reading"), col("elsewhere"))).where(col("table").not_null())


def named(table: str) -> Expression:
    """Whether a row among all that stories give is of this table."""
    return cast("Expression", col("table") == table)


def called(article_id: str) -> Expression:
    """Whether a row is of this article."""
    return cast("Expression", col("article_id") == article_id)


def _declared(table: str) -> Type:
    return _struct(**{column.name: TYPES[column.type] for column in columns(table)})


def table(rows: DataFrame, name: str) -> DataFrame:
    """A table's columns from `row`, and from `more` where the frame has it."""

    @daft.func(return_dtype=_declared(name))
    def cells(row: str, more: str | None) -> Any:
        return shards.cells(name, row, more)

    more = col("more") if "more" in rows.column_names else daft.lit(None).cast(TEXT)
    return _spread(rows, made=cells(col("row"), more))


def story_table(told: DataFrame, name: str) -> DataFrame:
    """A table's rows among all that stories give."""
    return table(told.where(named(name)).select("row"), name)


def actors(told: DataFrame) -> DataFrame:
    """Each actor's fullest row over all stories."""

    @daft.func(return_dtype=TEXT)
    def actor_of(cast: str) -> str:
        return shards.actor_of(cast)

    casts = told.where(named("casts")).select("row", actor_of(col("row")).alias("actor_id"))
    fullest = casts.groupby("actor_id").agg(col("row").min())
    return table(fullest.select(col("row").substr(shards.DIGITS).alias("row")), "actors")


def articles(readings: DataFrame, told: DataFrame) -> DataFrame:
    """The rows of `articles`, with what their stories give each."""

    @daft.func(return_dtype=TEXT)
    def row_of(reading: str) -> str:
        return next(shards.own_rows(reading, "articles"))

    @daft.func(return_dtype=TEXT)
    def article_of(row: str) -> str:
        return str(msgspec.json.decode(row)["article_id"])

    dated = told.where(named("dated")).select(article_of(col("row")).alias("article_id"), col("row").alias("more"))
    own = readings.select("article_id", row_of(col("reading")).alias("row"))
    return table(own.join(dated, on="article_id", how="left").select("row", "more"), "articles")


def own_table(readings: DataFrame, name: str) -> DataFrame:
    """A table's rows that articles give by themselves."""

    @daft.func(return_dtype=TEXT)
    def rows_of(reading: str) -> Iterator[str]:
        yield from shards.own_rows(reading, name)

    rows = readings.select(rows_of(col("reading")).alias("row"))
    return table(rows.where(col("row").not_null()), name)


def pages(pages: DataFrame, readings: DataFrame) -> DataFrame:
    """The rows of `pages`: those that were read."""

    @daft.func(return_dtype=TEXT)
    def row_of(page: str) -> str:
        return shards.page_row(page)

    read = readings.where(col("reading").not_null()).select("page_id")
    return table(pages.join(read, on="page_id").select(row_of(col("page")).alias("row")), "pages")


def write(frame: DataFrame, folder: Path) -> list[Path]:
    """Write a frame as Parquet files, wherever its parts are, and name them."""
    written = frame.write_parquet(str(folder), compression="zstd", write_mode="overwrite").to_pydict()["path"]
    return [Path(str(path).removeprefix("file://")) for path in written]


def kept(frame: DataFrame, folder: Path) -> DataFrame:
    """A frame that is computed once: written to a folder that all machines share, and read from there."""
    names = [str(path) for path in write(frame, folder)]
    return daft.read_parquet(names) if names else frame.limit(0).collect()
