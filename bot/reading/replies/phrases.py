"""Phrases of English taken apart: the head of a thing, adjectives at an end, politeness, places in the picture."""

import re
from itertools import pairwise

from bot.reading.replies.wordlists import (
    ADJECTIVES,
    COLOURS,
    LIGHTS,
    MATERIALS,
    MODIFIERS,
    STYLE_NOUNS,
    STYLES,
    TEXTS,
    WHOLE,
    listed,
)

QUOTED = re.compile(
    r'"[^"\n]{0,300}"|(?<!\w)\'[^\'\n]{1,300}\'(?!\w)|“[^”\n]{0,300}”|‘[^’\n]{1,300}’|「[^」\n]{0,300}」'
)
# A wording is put aside while the rest is read, so that nothing in it is taken for grammar.
_ASIDE = "\ue200{}\ue201"
ASIDE = re.compile("\ue200(\\d+)\ue201")

_WORD = re.compile(r"[\w'’&-]+", re.UNICODE)
_PLACE_AFTER = re.compile(
    r"\s+(?:on|in|at|of|with|from|to|into|under|above|below|behind|beside|near|next to|that|which|who|over"
    r"|inside|along|"
    r"around|against|between|wearing|holding|sitting|standing|surrounding|behind|worn|made|and|for|by)\b.*$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|my|our|all|every|each|some|any|both|of|another|more)\s+",
    re.IGNORECASE,
)
_OF_PICTURE = re.compile(
    r"\s+(?:in|of|from|for|on)\s+(?:the|this|that)\s+(?:image|picture|photo(?:graph)?|scene|pic|frame|shot|painting)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?!(?:app|rep|supp|multip|re|ear|fami|on|ug|f|bel|friend|like|love)ly\b)[a-z]+ly\s+(?=[a-z])|(?:please"
    r"|pls|plz|kindly|now|ok(?:ay)?|so|and|then|also|next|hey|hi|hello|well|actually|hm+|oh|just|maybe|perhaps"
    r"|first(?:ly)?|second(?:ly)?|finally|lastly|great|nice|cool|thanks|thank you|perfect|good|btw|but|yes|yeah|sure"
    r"|alternatively|instead(?! of)|again|easel|lovely|awesome|amazing|beautiful|love it|looks (?:good|great)"
    r"|one more thing"
    r"|i mean|quick one|from now on|simply|only|alright|this time|after that|at the same time)(?:\s*[,:!.…—–-]+\s*|\s+)"
    r"|(?:could|can|would|will) you (?:all )?|(?:could|can|may|might) (?:we|i) (?:get|have|see|try(?: it)?)? ?"
    r"|(?:i['’]?d|i would|we['’]?d|we would) (?:like|love|prefer) (?:it if you|if you|you to) "
    r"|(?:i|we) (?:want|need|wish|would like|prefer)(?: you)? to "
    r"|let['’]?s (?:try|see|have|do|go for|give it a try with)? ?|let us (?:try|see|have)? ?"
    r"|(?:how|what) about (?:we )?(?=\w+ing )|would it be possible to |is it possible to |(?:do|would) you mind "
    r"|try (?:to |and )?(?=\w)|(?:i think )?(?:you|we) (?:should|could) |it(?:['’]d| would) be (?:nice|great"
    r"|better|good|"
    r"cool)(?: if you (?:could )?| to )|go ahead and |help me (?:to )?|feel free to |please |also |maybe "
    r"|edit (?:it|(?:the|this) (?:image|photo|picture)) (?:so that|to|and) |use ai to |i was wondering if you "
    r"could |any chance you could "
    r"|in (?:the|this) (?:image|picture|photo|scene),? )",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:[\s,]+(?:please|pls|plz|thanks|thank you|thx|if possible|ok\??|okay\??|maybe|though|tho|perhaps|if you can|"
    r"too|as well|instead|now|again))+\s*[.!?…]*$|[\s.!?…,;:。！？，；]+$",
    re.IGNORECASE,
)
_MOST_OF_A_TRAIL = 80
REGION = re.compile(
    r"\b(?:(?:top|upper|bottom|lower)[- ](?:left|right)(?:[- ](?:corner|hand corner|side))?"
    r"|(?:left|right|top|bottom|upper|lower)[- ](?:side|half|corner|part|edge|third)"
    r"|(?:on|to|at) the (?:far |very )?(?:left|right|top|bottom)\b(?! of)|(?:in|at) the (?:cent(?:er|re)"
    r"|middle)\b(?! of)"
    r"|(?:fore|back|middle )ground|(?:in|at|around|cell|square|field|area|region) [A-D][1-4])\b",
    re.IGNORECASE,
)


def put_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each quoted wording as a mark, and the wordings as they were typed, quotes included."""
    wordings: list[str] = []

    def mark(match: re.Match[str]) -> str:
        wordings.append(match[0])
        return _ASIDE.format(len(wordings) - 1)

    return QUOTED.sub(mark, text), tuple(wordings)


def put_back(text: str, wordings: tuple[str, ...]) -> str:
    return ASIDE.sub(lambda match: wordings[int(match[1])], text)


def without_lead(clause: str) -> str:
    """The clause without politeness at either end: "could you please … maybe?" -> "…"."""
    rest = clause.strip()
    for _ in range(8):
        rest = _WANTED.sub(_as_request, rest)
        match = _LEAD.match(rest)
        if not match or match.end() == len(rest):
            break
        rest = rest[match.end() :].lstrip(" ,:")
    return without_trail(rest)


_WANTED = re.compile(
    r"^(?P<lead>(?:(?:i|we)['’]?d|(?:i|we) would) (?:like|love|prefer)(?: to (?:see|have))?|(?:i|we) (?:want"
    r"|need|wish)(?: to (?:see|have))?|(?:how|what) about|(?:can|could) (?:we|i) (?:have|get|see)(?= (?:it|her"
    r"|him|them|this|that|an?|some|another)\b))"
    r" (?P<what>(?:the|her|his|its|it|this|them|all|everything|everyone|an?|some|another)\b.*)$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:on|in|at|next to|behind|beside|near|above|under|over|around|in front of|between|to) (?:the|his"
    r"|her|its|their|him|it|them)\b"
)


def _as_request(match: re.Match[str]) -> str:
    """ "I want the dress red" -> "make the dress red"; a new thing is asked for only with its place."""
    what = match["what"]
    if not re.match(r"(?:an?|some|another)\b", what, re.IGNORECASE):
        return f"make {what}"
    return f"add {what}" if _PLACED.search(what) else match[0]


def without_trail(clause: str) -> str:
    front, rest = clause.strip()[:-_MOST_OF_A_TRAIL], clause.strip()[-_MOST_OF_A_TRAIL:]
    for _ in range(4):
        shorter = _TRAIL.sub("", rest)
        if shorter == rest or not shorter:
            break
        rest = shorter
    return front + rest


def words_of(phrase: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(phrase)]


def thing(phrase: str) -> str:
    """The named thing without "in the image" and the like."""
    return _OF_PICTURE.sub("", phrase).strip(" ,.")


# "dark and stormy sky" is one thing, "greenery and lawn" are two.
_JOINED = re.compile(r"\b([\w-]+),? and (?=[\w-]+ )", re.IGNORECASE)


def head(phrase: str) -> str:
    """The word that says what a thing is: "the big red bus on the left" -> "bus"."""
    joined = _JOINED.sub(lambda match: "" if is_adjective(match[1].casefold()) else match[0], bare(phrase))
    core = _PLACE_AFTER.sub("", " " + joined).strip()
    found = words_of(core)
    return found[-1] if found else ""


def bare(phrase: str) -> str:
    rest = thing(phrase)
    for _ in range(3):
        rest = _DETERMINER.sub("", rest)
    return rest


def is_whole(phrase: str | None) -> bool:
    """No thing is named: the picture, or a pronoun that stands for it."""
    if phrase is None:
        return True
    found = words_of(bare(phrase))
    return all(word in WHOLE for word in found) and len(found) <= 3


def is_descriptive(phrase: str) -> bool:
    """Every word is a colour, a material, an adjective or what goes with them."""
    found = [part for word in words_of(phrase) for part in _parts(word)]
    after_more = {at + 1 for at, word in enumerate(found) if word in ("more", "less")}
    is_said = [is_adjective(word) or at in after_more for at, word in enumerate(found)]
    return any(is_said) and all(
        said or word in MODIFIERS or QUALITY.match(word) for said, word in zip(is_said, found, strict=True)
    )


# Endings of adjectives that no list holds ("polished", "angular").
QUALITY = re.compile(
    r"(?!.*(?:ity|ness|ment|tion|story|body|party|city|baby|lady|key|money|copy|delivery|study|day|way|thing"
    r"|bed|seed|berry"
    r"|daisy|ivy|puppy|bunny|pony|family|candy|jelly|cherry|lily)$)[a-z]{3,}(?:y|ed|ful|less|ous|ive|ar|ic|ish"
    r"|able|ible|id|en)$"
)


def is_adjective(word: str) -> bool:
    return word in COLOURS or word in MATERIALS or word in ADJECTIVES or _COMPARED.fullmatch(word) is not None


_COMPARED = re.compile(
    r"(?:dark|bright|light|pale|deep|big|small|tall|short|long|wid|wide|narrow|thick|thin|fat|slim|heavi|round"
    r"|straight|curli"
    r"|wavi|old|young|new|clear|soft|hard|sharp|smooth|rough|shini|gloss|happi|sad|angri|warm|cool|cold|hot"
    r"|clean|dirti|dri|"
    r"wet|plain|simpl|fanci|cut|scari|cozi|bold|fluffi|hairi|messi|neat|tidi|loos|tight|strong|weak|quiet|calm"
    r"|dens|lush|"
    r"bar|rich|large|high|low|close|near|pink|redd|blu|green|yellow|brown|whit|black|grey|grai|modern|sunni"
    r"|moodi|gloomi|"
    r"funni|pretti|fresh|ripe|full|empti|mature|stern|wrinkli|chubbi|lean|broad|steep|grainy|smil|crisp|lively"
    r"|livel|dim)"
    r"(?:d?d|g|n|t)?(?:e?r|e?st)"
)


def _parts(word: str) -> list[str]:
    return [word] if word in ADJECTIVES or word in STYLES or "-" not in word else word.split("-")


def is_style(phrase: str) -> bool:
    found = words_of(phrase)
    joined = "-".join(found)
    names_style = any(
        word in STYLES or word.rstrip("s") in STYLES or any(part in STYLES for part in word.split("-"))
        for word in found
    )
    is_named = any(word in STYLE_NOUNS and before not in _PRAISING for before, word in pairwise(found))
    is_named = is_named or any(word == "style" and after == "of" for word, after in pairwise(found))
    return names_style or is_named or _STYLE_PHRASE.search(joined) is not None


_PRAISING = listed(
    "nice great good cool my your our the this that same own in love right wrong lovely of with a and "
    "better best any no some what whose its"
)
_STYLE_PHRASE = re.compile(
    r"(?:oil|acrylic|ink|pastel|digital|chinese|japanese|van-gogh|sand|chalk|pencil|pen|line|pop|pixel|vector"
    r"|concept|folk|"
    r"clip|fan|street|wall|glass|low|black-and|film|comic-book|action|paper|stop|studio|video|8|16|32)-?(?:bit"
    r"|poly|art|"
    r"white|motion|gogh|book|noir|drawing|work|game|craft|cut|figure)|hand-drawn|old-photo|stained-glass"
    r"|art-(?:deco|nouveau)"
    r"|cel-shad|die-cut|look-of-a-|minecraft|lego|movie-poster|magazine-cover|wes-anderson|studio-ghibli"
    r"|line-art|funko|(?:^|-)1[5-9]\d0s|coloring-book|colouring-book|travel-poster|movie-poster|postcard"
)


def is_light(phrase: str) -> bool:
    """Time, weather, season: "a rainy night", "golden hour", "in winter"."""
    found = words_of(phrase)
    joined = " ".join(found)
    return "golden hour" in joined or "blue hour" in joined or any(word in LIGHTS for word in found[-2:])


def is_lettering(phrase: str) -> bool:
    """ "the word HOT", "the number on the door": wording that is named before it is quoted or placed."""
    found = words_of(bare(phrase))
    return bool(found) and found[0] in TEXTS and found[1:2] != ["of"]


def region_in(clause: str) -> str | None:
    match = REGION.search(clause)
    return re.sub(r"^(?:on|to|at|in) the |^(?:in|at|around) ", "", match[0], flags=re.IGNORECASE) if match else None


_IN_PLACE = (
    r"(?:on to|onto|into|in front of|next to|on top of|on|in|to|at|above|below|under|beside|behind|near"
    r"|around|over|between|against|inside|along|across|beneath|by|atop)"
)


_WHERE = re.compile(
    rf"\s+(?=(?:{_IN_PLACE})\s+(?:the|a|an|his|her|its|their|each|every|this|that|both|it|him|them"
    r"|[a-z]+)\b)",
    re.IGNORECASE,
)


def split_place(new: str) -> tuple[str, str | None]:
    cut = _WHERE.search(new)
    if not cut:
        return new, None
    where = re.sub(rf"^{_IN_PLACE}\s+", "", new[cut.end() :], flags=re.IGNORECASE)
    return new[: cut.start()], where


def is_wording(new: str) -> bool:
    return (
        bool(ASIDE.search(new))
        or head(new) in TEXTS
        or bool(re.match(r"(?:the )?(?:text|words?|title|caption)\b", new, re.IGNORECASE))
    )


def wording(new: str) -> str:
    mark = ASIDE.search(new)
    return mark[0] if mark else re.sub(r"^(?:the )?(?:text|words?)\s+", "", new, flags=re.IGNORECASE)
