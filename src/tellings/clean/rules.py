"""The table of furniture: lines that are never an article's own words, each rule with the reason that is kept.

`end` rules also say that the article is over. Every pattern is matched at the start of a line; `most`
is the number of words up to which it is believed, so that a sentence which merely begins alike stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.clean.lines import Line

Action = Literal["drop", "end", "caption", "head", "author"]


@dataclass(frozen=True, slots=True)
class LineRule:
    """One kind of furniture. `action` says what follows for the lines around it."""

    name: str
    action: Action
    pattern: str
    most: int = 12


RULES: tuple[LineRule, ...] = (
    # the article is over
    LineRule(
        "comment form",
        "end",
        r"(leave|add|post|write) (a|your) (reply|comment)|please (enter|log ?in|sign in)\b|your email address|(view |show |see )?(all )?\d* ?comments?( \(?\d+\)?)?$|join the (discussion|conversation)|be the first to comment|comments? (are|is) (closed|disabled)|have your say|save my name",
        30,
    ),
    LineRule(
        "list of other articles",
        "end",
        r"(related|recommended|similar|suggested|popular|trending|latest|recent|top|more|other|featured)( \w+)?( news| stories| articles?| posts?| reading| topics?| content| coverage| headlines| videos?| links)s?:?$|related( to this)?( story)?:?$|ranking:?$|recommendations?( for you)?:?$|we recommend|recommended( for you)?:?$|most (read|popular|viewed|shared|commented|recent|watched)\b|more (from|in|on|about|by) (?!than\b)|read now$|hot news$|top ?\d*$|popular (on|in|now|this)\b|you (may|might) (also|be) (like|interested|also)|(also|next|up next|what to read next|read next)[:.]?$|trending( now)?:?$|editor['’]?s['’]? (picks?|choice)|don['’]?t miss|what['’]?s (brewing|new|hot|trending)|from (the|our) (web|partners|archives?)|around the web|sponsored (content|links|stories)|promoted (content|links|stories)|paid (content|post)|today['’]?s (top|headlines)|in case you missed|must[- ]reads?|see also:?$|key ?words:?$",
    ),
    LineRule(
        "previous and next article",
        "end",
        r"(previous|next|older|newer)( \w+)? ?(article|post|story|»|›|→)|(previous|next)[:.]?$",
    ),
    LineRule(
        "source credit",
        "end",
        r"\(?(original )?source( link)?s?\)?\s*[:：]\s*\S.{0,60}$|\(source link\)|\(?(with|using) (inputs?|agency inputs?|agencies)\b.*$|\(?(as )?(according to|via|from|by)( news agency)? ([A-Z]{2,8}|Reuters|Xinhua|Interfax|Anadolu|Yonhap|Kyodo)\)|\((this|the) (story|article|report) (has|was|is)\b.*|this (story|article|report) (has (not )?been|was|is) (published|auto|edited|generated|sourced|syndicated|originally)|originally published (at|by|on|in)",
        40,
    ),
    LineRule(
        "web editor credit",
        "end",
        r"\(?(web |online |copy |written by |reported by )?(editor|edited|editing|reporting|writing|compiled|translated|translation|proofread\w*)s?( by|:).{0,160}$|\(?web editor\b.*|\(for the latest\b.*|enditem$|\(end\)|-?ends?-$",
        30,
    ),
    LineRule(
        "page foot",
        "end",
        r"(copyright\b|©|\(c\) ?\d{4}|all rights reserved)|(about us|contact us|privacy policy|terms (of (use|service)|and conditions|& conditions)|cookie (policy|settings)|sitemap|advertise( with us)?)\b.{0,80}$|links:",
        60,
    ),
    LineRule(
        "author's biography",
        "author",
        r"about (the )?author|about [A-Z][\w.'’-]+( [A-Z][\w.'’-]+){1,3}( \d+ (articles|posts|stories))?$|view all (posts|articles) by|.{0,60}\d+ (articles|posts)$",
        14,
    ),
    # furniture in between
    LineRule(
        "advertisement",
        "drop",
        r"[\s(\[_*-]*(advert(isement)?s?|ad|sponsored|promoted|scroll (down )?to continue( reading)?.*|article continues (after|below).*|story continues (after|below|beneath).*|continue reading( below)?|loading\.*|a word from our sponsors?|remove ads?)[\s)\]_:.*-]*$",
    ),
    LineRule(
        "subscribe and follow",
        "drop",
        r"(get|sign up (for|to)|subscribe( to| now| for|$)|receive|join) .{0,60}(newsletters?|inbox|updates|alerts|telegram|whatsapp|channel|digest|free|community|briefing)|(follow|like|find|join|connect with) (us|our|\S+ ?\S* ?\S*) (on|at|page)\b|follow:?$|subscribe|sign (up|in)\b|log ?in\b|check out .{0,60}(videos?|newsletters?|podcasts?|stories)|.{0,60}\b(now )?on (telegram|whatsapp|google news|facebook)\b.{0,40}(click|subscribe|follow|join)|.{0,30}click here\b|(visit|like|follow) our .{0,40}(page|channel|account)|download (the|our) .{0,30}app|get updated on\b|stay (up to date|informed|tuned|connected|updated)|to (subscribe|get|receive|stay|follow)\b.{0,80}(newsletter|telegram|whatsapp|channel|click)|catch all the|get the latest|support (our|us|independent)\b|donate\b|become a (member|subscriber|patron)|thank you for (reading|subscribing)|already (a )?(subscriber|member)",
        30,
    ),
    LineRule(
        "sharing",
        "drop",
        r"(share|tweet|pin|email|print|copy( link)?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|flipboard|tumblr|send|save|bookmark|like|rss|comments?|listen|read aloud)([\s,|/·•+]+(this|it|on|to|via|with|by|article|story|page|link|share|tweet|pin|e-?mail|print|copy|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|flipboard|tumblr|friends|\d+k?))*:?$|\d+[.,]?\d*k? (shares?|views?|likes?|comments?|retweets?|reads?)\b|verygood!.*",
        12,
    ),
    LineRule(
        "read-also line",
        "drop",
        r"\(?(also|further|must|watch|see|read)( also| more| now| next| this| here| the full story)?\s*[:|>»–-]\s*\S|(also read|read also|read more|also see|see also|watch( now| live| this| the video)?|listen( now)?|related( story| article| news)?|more|click here|explained|opinion|in (photos|pictures)|photos|video|gallery|live updates)\s*[:|>»–]|(also read|read also|read more|click here to|continue reading|see more|view (more|all|gallery|photos)|show more|load more|learn more|find out more)\b|if you (want|wish|would like) to (see|read|know|get)\b.{0,120}(click|link|visit|below)|you can (also )?(read|follow|watch|find)\b.{0,80}(here|below|link|:)|for (more|the latest|all the latest)\b.{0,80}(news|click|visit|follow|stories|updates)",
        35,
    ),
    LineRule(
        "tags",
        "drop",
        r"[-•]? ?(in|tags?|topics?|filed under|categor(y|ies)|labels?|keywords?|section|more on)\s*[:：]",
        40,
    ),
    LineRule(
        "cookie notice",
        "drop",
        r".{0,80}\b(cookies?\b.{0,80}(use|accept|consent|policy|browser|experience|website|site|settings)|(use|accept|enable|uses|allow) (of )?(\w+ )?cookies?)|accept( all)?$|reject( all)?$|.{0,60}enable javascript|.{0,40}your browser (does|is)|.{0,60}(privacy policy|terms of (use|service))|this (site|website) (uses|is protected)",
        80,
    ),
    LineRule(
        "navigation",
        "drop",
        r"(skip to|jump to|back to|go to|return to) (the )?(main|content|top|home|navigation|gallery|search)|(home|search|menu|archive|archives|sections|english|chinese|edition|navigation|close|open|toggle \w+|more|next|prev|previous|view|view all|back|top|up|register|account|my account|loading|report|reply|live|photos?|videos?|podcasts?|newsletters?|games|weather|e-?paper|opinions?|\d+)\W*$|home ?[>»›/|:]|home[A-Z]|current ?: ?home|you are here|breadcrumbs?|.{0,20}\bnavigation$",
    ),
    LineRule(
        "caption",
        "caption",
        r".{0,400}(\b(photo|image|picture|pic|video|graphic|illustration|screengrab|fountain|foto)( (credits?|source|courtesy|by))? ?[:|/©]|\b(credits?|photo(graph)?|image|picture) ?[:©]|\|\s*(photo|image|fountain|foto|source|credit|picture)\b|\((photo|image|picture|file|ap|afp|reuters|epa|efe|getty)( (photo|file|image)s?)?( (by|from|courtesy|via|credit)\b[^)]{0,60}|[/:,][^)]{0,60})?\)\.?$|\[(photo|image|file)[^\]]{0,60}\]\.?$|\b(AP|AFP|Reuters|EPA|EFE|Xinhua|TASS|Getty Images|PTI|ANI|dpa)([/ ]+(file )?(photo|image|pool|file|pic)s?\b|/[A-Z][\w.]+ [A-Z][\w.-]+)[^.]{0,60}\.?$|\bvia (AP|AFP|Reuters|Getty Images)\.?\)?$|\((AP|AFP|Reuters|Getty) (photo|file|images?)\b.{0,80}\)$|/(AFP|AP|Reuters|EPA|Getty Images|EFE|dpa|TASS|Xinhua)\.?$)|(photo|image|picture|pic|file photo|fotos?|images?|caption|photo illustration)( (by|via|courtesy|from|copyright|source|credit))\b|(file photo|photo|image|caption|picture|hide caption|toggle caption|enlarge( this image)?|image copyright|media caption|image caption)\b\s*[:—-]?\s*",
        90,
    ),
    LineRule(
        "byline", "head", r"(by|written by|reported by|posted by|author:?|from our correspondent)\b[:\s]+[A-Z]", 16
    ),
    LineRule(
        "date line",
        "head",
        r"(published|updated|posted|last (updated|modified|edited)|first published|modified|issued|created|date|created on|publish(ed)? (date|on)|on)\b\s*(on|at|date)?\s*[:：]?\s*.{0,50}\d",
        16,
    ),
    LineRule(
        "reading time",
        "head",
        r"\d+ (min(ute)?s?|hours?|days?|weeks?|months?)( read| ago| to read)?\W*$|(estimated )?reading time",
        8,
    ),
)

LIKELY_CAPTION = re.compile(
    r"\b(pictured|seen here|in this (file |handout |undated )?(photo|picture|image|pool photo)|file photo|handout)\b",
    re.IGNORECASE,
)


@cache
def compiled() -> tuple[tuple[LineRule, re.Pattern[str]], ...]:
    """The table with its patterns compiled once."""
    return tuple((rule, re.compile(r"[\s\-•*|>#]*(?:" + rule.pattern + ")", _flags(rule))) for rule in RULES)


def _flags(rule: LineRule) -> re.RegexFlag:
    return re.NOFLAG if rule.name == "author's biography" else re.IGNORECASE


def rule_of(line: Line) -> LineRule | None:
    """The first rule that the line falls under."""
    for rule, pattern in compiled():
        if line.words <= rule.most and pattern.match(line.text):
            return rule
    return None


def rules_of(lines: Sequence[Line]) -> tuple[LineRule | None, ...]:
    """The rule of every line."""
    return tuple(rule_of(line) for line in lines)
