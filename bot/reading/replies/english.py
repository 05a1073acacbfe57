"""One clause of English -> one change. Only shapes that ask for a picture to change are taken: the verb leads, or the
clause says how something should be. Everything else is talk."""

import re
from collections.abc import Callable

from bot.reading.replies.adding import added, dressed, given, put
from bot.reading.replies.adjusting import adjusted, coloured, corrected
from bot.reading.replies.fragments import fragment
from bot.reading.replies.office import is_office
from bot.reading.replies.replacing import (
    changed,
    converted,
    extracted,
    made_so,
    removed,
    replaced,
    shown_as,
    so_that,
    styled,
)
from bot.reading.replies.structural import structural
from bot.reading.replies.values import Part

Handler = Callable[[re.Match[str], str], Part | None]


def read_clause(clause: str) -> Part | None:
    """The change that a clause asks for, its politeness taken off already; wordings are put aside as marks."""
    if not clause or is_office(clause):
        return None
    if found := structural(clause):
        return found
    for pattern, handler in _PATTERNS:
        match = pattern.match(clause)
        if match and (part := handler(match, clause)):
            return part
    return fragment(clause)


def _p(pattern: str, handler: Handler) -> tuple[re.Pattern[str], Handler]:
    return re.compile(pattern, re.IGNORECASE), handler


_ADJUSTING = (
    "brighten|darken|lighten|dim|relight|blur|sharpen|enlarge|shrink|resize|scale|magnify|increase|decrease"
    "|reduce|raise|lower|open|"
    "close|shut|bend|fold|smooth|polish|age|light|soften|deepen|intensify|desaturate|saturate|enhance|boost"
    "|strengthen|weaken|"
    "lengthen|shorten|widen|narrow|thicken|slim|straighten|curl|tilt|rotate|lift|stretch|extend|cover|fill"
    "|decorate|adorn|surround|"
    "wrap|dress|restore|retouch|airbrush|tone down|tone|bump up|turn up|turn down|turn on|turn off|turn|switch "
    "on|switch off|warm up|"
    "cool down|warm|cool|crack|break|melt|burn|freeze|empty|unzip|button|tie|trim|shave|cut|dry|wet|shrink"
    "|improve|fade|mute|exaggerate|"
    "emphasi[sz]e|highlight|accentuate|harmoni[sz]e|balance|denoise|upscale|adjust|tweak|refine|modify|match"
    "|simplify|repaint|upgrade|style"
)


_CHANGING = (
    "change|turn|convert|transform|alter|modify|transfer|switch|adjust|edit|set|morph|make over|update"
    "|transition|recast|translate|swap|shift|remake|evolve|age"
)


_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    _p(r"instead of (?P<old>.+?),? (?:use|put|have|show|draw|give (?:her|him|it)) (?P<new>.+)$", replaced),
    _p(r"(?:use|put|have|with) (?P<new>.+?) (?:instead of|in place of|rather than) (?P<old>.+)$", replaced),
    _p(
        r"(?:replace|substitute|exchange|swap(?: out)?|switch(?: out)?|trade|change out) (?P<old>.+?) (?:with"
        r"|by|for) (?P<new>.+)$",
        replaced,
    ),
    _p(
        r"(?:put|place|set|position|drop|transport|move|teleport|relocate|composite|integrate) (?P<new>.+?) "
        r"(?:on to|onto|into|in front of|on top of|"
        r"on|in|to|at|against|under|over|around|next to|beside|behind|above|near) (?P<where>.+)$",
        put,
    ),
    _p(
        r"(?:let there be|have there be|there (?:should|could|must|needs to) be|there was|there were|could "
        r"there be) (?P<verb>)(?P<new>.+)$",
        added,
    ),
    _p(
        r"(?P<verb>add|insert|include|introduce|attach|append|overlay|superimpose|sprinkle|scatter|hang|pop"
        r"|stick|throw in|draw|plant|"
        r"write|print|engrave|inscribe|type|stamp|apply|mount|install|lay|park|perch|seat|drop in|place|create"
        r"|generate)(?: in)? (?P<new>.+)$",
        added,
    ),
    _p(
        r"(?:give|lend|equip|provide|hand) (?P<whom>him|her|them|it|everyone|(?:the|this|that|each|every|both"
        r"|all)(?: \w+){1,5}?) (?:with )?"
        r"(?P<new>(?:an?|some|the|more|two|three|\w+)\b.*)$",
        given,
    ),
    _p(r"cut out (?P<rest>.+) on (?:an? |the )?[\w ]*background$", extracted),
    _p(r"clear (?P<gone>(?:the|all|his|her|that|those) .+?) (?:off|from) .+$", removed),
    _p(
        r"(?:remove|delete|erase|eliminate|get rid of|take (?:out|away|off)|clear (?:away|out)|omit|drop|lose"
        r"|hide|wipe(?: out| away| off)?|strip"
        r"(?: away| off)?|discard|edit out|paint out|photoshop out|crop out|cut out|clean up|ditch|scrap|exclude"
        r"|leave out|rub out|inpaint|dump|"
        r"cut off|withdraw|subtract|drop off|fade out|take down) (?P<gone>.+)$",
        removed,
    ),
    _p(
        r"(?:i|we) (?:do not|don['’]?t|no longer|dont) (?:want|need) (?P<gone>(?:the|any|that|those|these|her"
        r"|his|a|an)\b(?!.* to ).+?)(?: in (?:it|there|here))?(?: anymore| any more)?$",
        removed,
    ),
    _p(r"take (?P<gone>.+) (?:out|away|off)(?: of .+)?$", removed),
    _p(
        r"(?P<gone>the .+|her .+|his .+|all .+) (?:should be|must be|needs to be|has to be|have to be|could "
        r"be) (?:removed|deleted|erased|gone)$",
        removed,
    ),
    _p(r"(?:correct|fix|repair|clean) (?P<rest>.+)$", corrected),
    _p(r"(?:extract|isolate|cut out|segment) (?P<rest>.+)$", extracted),
    _p(
        r"(?:render|redraw|re-draw|draw|paint|stylize|stylise|reimagine|re-imagine|redo|restyle|present|show"
        r"|see|depict|try|portray|illustrate|do|recreate|"
        r"reinterpret|apply|use|go for|go with)(?: it| this| (?:the )?(?:image|picture|photo|scene|everything"
        r"|whole thing))?(?: in| as if(?: it were)?| as| like| with| using)?"
        r" (?P<style>(?:an? |the )?.*\b(?:style|painting|watercolou?r|sketch|drawing|illustration|cartoon|anime"
        r"|manga|art|mosaic|render|engraving|comic|print)\b.*)$",
        styled,
    ),
    _p(
        r"(?P<verb>recolou?r|colou?r|colou?ri[sz]e|paint|repaint|dye|tint|bleach|spray|stain|highlight) "
        r"(?P<rest>.+)$",
        coloured,
    ),
    _p(
        r"(?:render|redraw|depict|reimagine|show|see|portray|recreate|paint|draw|do|have|make|present|imagine"
        r"|illustrate)(?: it| this| that| the (?:image|picture|photo|scene|whole thing)| everything) as "
        r"(?P<style>(?:an? |the )?(?!if|though|is|it|soon|well|big|small|dark|bright).+)$",
        shown_as,
    ),
    _p(
        r"(?:what|how) would (?:it|this|that|the (?:image|picture|photo|scene)) look (?:like )?(?:in|as|with|at"
        r"|during) (?P<value>.+)$",
        converted,
    ),
    _p(
        r"(?:do|show|render|draw|redo|try|see|have|imagine|paint|illustrate)(?: it| (?:this|that)(?: one)?"
        r"| the (?:image|picture|photo|scene|whole thing)) (?:in|as|with|at|during) (?P<value>.+)$",
        converted,
    ),
    _p(
        r"make it so (?:that )?(?P<x>(?:the|he|she|his|her|they|it|there)\b.*?) (?:is|are|was|were) (?P<y>.+)$",
        so_that,
    ),
    _p(
        r"(?:get|have|let) (?P<verb>)(?P<new>(?:an?|some|another) .+?) (?:to )?(?:sit|stand|walk|run|lie|fly"
        r"|swim|sleep|play|ride|jump|float|hang|be|drive|pass|appear)\b.*$",
        added,
    ),
    _p(r"change (?P<old>(?:the|his|her|its|that|this)\b.+?) for (?P<new>(?:an?|some|the)\b.+)$", replaced),
    _p(r"(?:recolou?r|paint|dye|tint|colou?r) (?:to|in(?:to)?|with) (?P<value>.+)$", converted),
    _p(
        rf"(?:{_CHANGING}|go|render|redo|shift|take it) (?:back )?(?:in ?to|to|as) (?!the (?:left"
        r"|right))(?P<value>.+)$",
        converted,
    ),
    _p(rf"(?P<verb>{_CHANGING}|render|redo|paint|reimagine|give) (?P<rest>.+)$", changed),
    _p(r"(?:make|have|let|get|keep|leave|turn|paint|render|cause|allow) (?P<rest>.+)$", made_so),
    _p(r"(?:wear|dress|put) (?P<who>him|her|them|(?:the|all) \w+) (?P<worn>(?:in )?.+)$", dressed),
    _p(rf"(?P<verb>{_ADJUSTING}) (?P<rest>.+)$", adjusted),
    _p(r"(?P<verb>[a-z]+) (?P<rest>(?:the|his|her|its|their|all|this|that)\b.+? into an? .+)$", changed),
)
