from __future__ import annotations

from string import ascii_lowercase, digits

import pytest
import regex

from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.rules import BEGINNING, line_rules, rule_of
from tellings.vocab.tables import rows, several


def name_of(text: str) -> str | None:
    rule = rule_of(split_lines(text)[0])
    return rule.name if rule else None


FURNITURE = {
    "comment form": "Leave a Reply",
    "list of other articles": "Most Popular",
    "previous and next article": "Next article",
    "source credit": "Source: Harbour Radio",
    "web editor credit": "(Web editor: Lin Mo, Bianca)",
    "page foot": "© 2031 Harbour Daily. All rights reserved.",
    "author's biography": "About Mara Lind 212 Articles",
    "advertisement": "- A word from our sponsors -",
    "subscribe and follow": "Get a round-up of the day's top stories in your inbox",
    "sharing": "Share on Facebook",
    "read-also line": "Also Read | Ostrel opens new port",
    "tags": "Tags: Karvania, Ostrel",
    "site notice": "Old posts were moved to our new site; some dates may be wrong.",
    "cookie notice": "We use cookies to improve your experience on our website.",
    "navigation": "Skip to content",
    "caption": "Ministers in Port Selm. Photo: AFP",
    "byline": "By Ana Prado",
    "date line": "Published: 14 March 2031",
    "published line": "News Desk | Updated: Oct 05, 2031",
    "time stamp": "June 2, 2031",
    "reading time": "4 min read",
    "foot of the article": "Mara Lind covers the river states. Follow her reports here.",
    "name and date": "Mara Lind, Port Selm - March 11, 2031",
}


@pytest.mark.parametrize(("name", "line"), FURNITURE.items())
def test_each_rule_knows_its_furniture(name: str, line: str) -> None:
    assert name_of(line) == name


def test_no_rule_is_without_an_example() -> None:
    assert {rule.name for rule in line_rules()} == set(FURNITURE)


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday, the two sides had agreed on a list of ten points.",
        "The report, published in 2031 by the ministry, says the river is dying.",
        "Like many others on the border, she waits.",
        "For more than a decade, visitors came to the town.",
        "More in hope than belief, the envoy left for Port Selm on Monday.",
        "Top officials of both countries met on Sunday in Ankara.",
        "He posted a photo: it shows the bridge.",
        "The latest news from the front was bad, the general said.",
        "Copyright law will change next year, the minister said.",
        "Share prices fell in Tokyo.",
        "Follow-up talks will be held on Friday.",
        "Updated figures show that 12 people were killed in 2031.",
        "Home Minister Amit Rao said on Friday that the talks go on.",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(sentence: str) -> None:
    assert name_of(sentence) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mara Lind is the Herald's correspondent in Ostrel and keeps two goats.",
        "Automatic translation. The newsroom is not liable for errors.",
        "The River Watch is run by volunteers.",
        "Found an error? Write to the desk.",
        "If you liked this piece, buy us a coffee.",
        "Do you have information? Write to the desk.",
        "Printed on paper from our own forest.",
    ],
)
def test_the_foot_of_an_article(line: str) -> None:
    assert name_of(line) == "foot of the article"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("相关阅读", "list of other articles"),
        ("下一篇：港口重新开放", "previous and next article"),
        ("责任编辑：林墨", "web editor credit"),
        ("来源：海港日报", "byline"),
        ("2031年3月14日 09:42", "time stamp"),
        ("Mehr zum Thema", "list of other articles"),
        ("Lesen Sie auch: Fünf Brücken am Fluss", "read-also line"),
        ("Deja un comentario", "comment form"),
        ("À lire aussi : le pont rouvre", "read-also line"),
        ("Все права защищены.", "page foot"),
        ("其他人也在看", "list of other articles"),
        ("特别声明：文中观点仅代表作者本人", "page foot"),
        ("次のページ", "navigation"),
        ("2 dari 4 halaman", "navigation"),
        ("Editör Hakkında", "author's biography"),
        ("Sobre a autora", "author's biography"),
        ("Continua após a publicidade", "advertisement"),
        ("3 minuti di lettura", "reading time"),
        ("Questo sito usa i cookie per offrirti un servizio migliore.", "cookie notice"),
        ("当サイトではクッキーを使用しています。", "cookie notice"),
        ("Von Clara Lindqvist", "byline"),
        ("von Clara Lindqvist und Peter Oru, Port Selm", "byline"),
        ("Par Clara Lindqvist", "byline"),
        ("Zobacz też", "read-also line"),
        ("Mehr zum Thema: Warum Fähren teurer werden", "read-also line"),
        ("21.03.2031, 16:48 Uhr | Lesedauer: 3 Min.", "time stamp"),
        ("مزید خبریں", "list of other articles"),
        ("Wir und unsere 12 Partner verarbeiten personenbezogene Daten.", "cookie notice"),
        ("Puedes retirar tu consentimiento en nuestra política de cookies.", "cookie notice"),
        ("Klikając „Zgadzam się”, wyrażasz zgodę na przetwarzanie danych.", "cookie notice"),
        ("Continuer sans accepter", "cookie notice"),
        ("You have read 3 of 3 free articles this month.", "subscribe and follow"),
        ("Bądź na bieżąco! Obserwuj nas i nie przegap żadnej informacji.", "subscribe and follow"),
        ("この記事は有料会員記事です。残り八百二十文字。", "subscribe and follow"),
        ("▶ 채널 구독하기", "subscribe and follow"),
        ("При использовании материалов сайта ссылка обязательна.", "page foot"),
        ("2 Kommentare zu „Landtag beschließt Gesetz“", "comment form"),
        ("Archiviato in: Esteri", "tags"),
        ("desk@harbourdaily.example", "foot of the article"),
        ("资料图：部长在港口。", "caption"),
        ("21.30 Uhr", "time stamp"),
        ("Haberin devamı", "advertisement"),
        ("إقرأ أيضا", "read-also line"),
        ("Giriş: 03.08.2031 - 14:37", "date line"),
        ("Zum Autor: Jens Rau war Gesandter des Bundes.", "foot of the article"),
    ],
)
def test_furniture_of_other_languages(line: str, name: str) -> None:
    assert name_of(line) == name


def may_begin(pattern: str, beginning: str) -> bool:
    """Whether a match can begin so; where case counts, in small letters, as a name or in capitals."""
    ways = (beginning, beginning.capitalize(), beginning.upper()) if "(?-i:" in pattern else (beginning,)
    return any(regex.match(pattern, way, regex.IGNORECASE, partial=True) for way in ways)


def starts_of(pattern: str, start: str) -> set[str]:
    """What stands in the table: up to three letters of the Latin alphabet, fewer before another sign, or such a sign."""
    after = {sign for sign in {*pattern.lower(), *ascii_lowercase, *digits} if may_begin(pattern, start + sign)}
    longer = after & {*ascii_lowercase}
    if len(start) == BEGINNING or not longer:
        return {start}
    found = {start} if after - longer else set()
    return found.union(*(starts_of(pattern, start + letter) for letter in longer))


def test_what_rules_begin_with_is_what_their_patterns_begin_with() -> None:
    printed = {sign.lower() for row in rows("furniture.tsv") for sign in row["pattern"]} | {*ascii_lowercase, *digits}
    signs = printed - {"ı", "ς", "\t"}  # `regex` takes the first two for others
    for row in rows("furniture.tsv"):
        if row["starts"]:
            first = {sign for sign in signs if may_begin(row["pattern"], sign)}
            letters = [starts_of(row["pattern"], letter) for letter in first & {*ascii_lowercase}]
            starts = {whole[:size] for whole in several(row["starts"]) for size in range(1, BEGINNING + 1)}
            within = {sign for sign in first for start in starts if start[1:2] == "-" and start[0] <= sign <= start[-1]}
            assert (first - {*ascii_lowercase} - within).union(*letters) <= starts, row["pattern"]


@pytest.mark.parametrize(
    "line",
    [
        "広告業界の会社が港で会議を開いた。",
        "Wir haben lange verhandelt, sagte die Ministerin.",
        "Ihre Zustimmung gab die Opposition am Montag.",
        "We and our partners in the alliance will meet in May.",
        "Nous et nos voisins avons signé un traité en mai.",
        "Administratorem portu został Marek Sobol.",
        "Puedes verlo en la plaza, dijo el alcalde de Salinas.",
        "A notícia chegou de manhã ao porto.",
        "Мы и наши соседи подписали договор в мае.",
        "お気持ちは分かると知事は述べた。",
        "Cyberattack stole the e-mails of 300 people, police said.",
        "Página 12 informó que los ministros se reunieron el lunes.",
        "本文描写了河港的一天。",
    ],
)
def test_sentences_of_other_languages_that_begin_alike_stay(line: str) -> None:
    assert name_of(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("PUBLICIDAD", "advertisement"),
        ("Simak Video 'Suasana Pertemuan':", "read-also line"),
        ("RELATED ARTICLEWhat the river states want", "read-also line"),
        ("Related articles of the treaty were signed by both ministers on Monday.", None),
        ("【相关阅读】河港的桥", "read-also line"),
        ("Suscríbase a nuestro boletín", "subscribe and follow"),
        ("after newsletter promotion", "subscribe and follow"),
    ],
)
def test_furniture_of_more_languages(line: str, name: str | None) -> None:
    assert name_of(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Reklama: langai su nuolaida", "advertisement"),
        ("Publicidade - continua após a publicidade", "advertisement"),
        ("Advertisement of the post brought forty answers, the minister said.", None),
        ("Zilizosomwa zaidi", "list of other articles"),
        ("Susiję straipsniai", "list of other articles"),
        ("Il vous reste 3 articles gratuits.", "subscribe and follow"),
        ("To unsubscribe, write to the desk.", "subscribe and follow"),
        ("Unauthorised use of this text is forbidden.", "page foot"),
        ("The harbour at night. - Gambar fail", "caption"),
        ("Win or lose, the minister said, the vote will be the last of its kind in Ostrel.", None),
    ],
)
def test_furniture_with_its_text(line: str, name: str | None) -> None:
    assert name_of(line) == name
