"""Changes that an edit does badly, in English: orientation, count, viewpoint, composition.

Whole clauses only, as "add a man seen from behind" is an addition.
"""

import re

from bot.domain.replies import Structural, StructuralKind
from bot.reading.replies.phrases import bare, head, is_whole, words_of
from bot.reading.replies.wordlists import NUMBERS, TEXTS, listed

_N = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_IT = (
    r"(?:it|this|that|(?:the |this )?(?:image|picture|photo(?:graph)?|pic|shot|scene|whole (?:thing|image"
    r"|picture)|thing|"
    r"poster|illustration|one|version|everything))"
)
_SHOW = (
    r"(?:make|turn|change|convert|switch|set|have|resize|reformat|show|see|view|render|redo|do|get|draw|shoot"
    r"|take|give me|"
    r"recompose|reframe|put|use|re-?draw|look at|(?:i|we) (?:need|want)|(?:can|could) (?:i|we) (?:have|get))"
)
_OPENING = rf"(?:{_SHOW} )?(?:{_IT} )?(?:be )?(?:in(?:to)?|to|as|at|for|from|with)?\s*(?:an? |the )?"
_SIZES = {
    "portrait": r"portrait|vertical(?:ly)?|upright|tall",
    "landscape": r"landscape|horizontal(?:ly)?|widescreen|wide",
    "square": r"square",
    "banner": r"(?:wide )?banner|panoram(?:a|ic)",
    "story": r"(?:vertical |insta(?:gram)? )?(?:story|stories|reel)",
}
_FORMAT = (
    r"(?:orientation|format|mode|version|layout|aspect(?: ratio)?|crop|size|image|picture|post|ratio|one"
    r"|composition)"
)
_RATIO = re.compile(
    r"(?<![\d:])(\d{1,2} ?[:：] ?\d{1,2})(?![\d:]| ?[ap]m)|(?<!\d)(\d{3,4} ?[x×] ?\d{3,4})(?!\d)", re.IGNORECASE
)
_ABOUT_SIZE = re.compile(
    rf"^(?:{_OPENING})(?:[\w-]+ )?(?:\d{{1,4}} ?[:：x×] ?\d{{1,4}})(?: {_FORMAT}| for \w+)*$|\b(?:aspect|ratio"
    r"|format|resize|"
    r"crop|extend|expand|size|dimensions|i need|fit|export|recrop|reframe)\b",
    re.IGNORECASE,
)
_NAMED_SIZE = {
    size: re.compile(rf"^{_OPENING}(?:{words})(?: {_FORMAT})*(?: for \w+)?$", re.IGNORECASE)
    for size, words in _SIZES.items()
}
_ANGLE = (
    r"(?:bird['’]?s?[- ]eyes?|worm['’]?s?[- ]eyes?|top[- ]?down|overhead|aerial|front(?:al)?|side|rear|back"
    r"|three[- ]quarter|"
    r"first[- ]person|isometric|drone|eye[- ]level|low[- ]angle|high[- ]angle|profile)"
)
_SEEN_FROM = (
    r"(?:(?:directly |straight |right |slightly )?(?:above|below|behind|beneath|underneath|overhead)|the "
    r"(?:front|back|side|"
    r"left side|right side|top|rear|other side|ground|left|right|air|sky|outside|inside)|(?:an?|the) (?:\w+[ "
    r"-]){0,3}(?:angle|"
    r"viewpoint|perspective|view|side|distance|vantage point)|far(?:ther|ther away| away)?|eye level)"
)
_VIEWPOINTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_OPENING}{_ANGLE}(?:[- ](?:view|angle|shot|perspective|viewpoint))*(?: of .{{1,60}})?$",
        rf"^(?:{_SHOW} )?(?!(?:remove|add|delete|replace)\b).{{0,60}}?\b(?:seen |viewed |looking |shot |taken "
        rf"|view )?from {_SEEN_FROM}$",
        r"^(?:change|switch|shift|adjust|alter|modify|try|use|show|give|have|move|turn|raise|lower|tilt|rotate"
        r"|set|make|pan)\b"
        r".{0,30}\b(?:camera|viewpoint|view point|vantage point|viewing angle|perspective|point of view|pov"
        r"|angle|view)\b",
        r"^(?:different|another|new|lower|higher|low|high|wider|side|other) (?:camera )?(?:angle|perspective"
        r"|viewpoint|view)$",
        r"^(?:rotate|turn|orbit|spin) .{1,40}\b(?:to (?:see|show)|so (?:that )?we (?:can )?see)\b",
        r"^look(?:ing)? (?:down|up)(?: at (?:the|it|her|him|them)\b.{0,40}| on (?:it|the)\b.{0,40})?$",
        r"^(?:show|see) (?:the |its |her |his )(?:back|other side|front|side|underside|rear)\b",
    )
)
_COUNTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:change|set|adjust|alter|modify|increase|reduce|decrease|double|triple|halve|raise|lower|make)\b.{0,20}"
        r"\b(?:counts?|number|quantity|amount) of\b",
        rf"^(?:add|put|draw|include|have|place|give me|show) (?:{_N}|a few|some|several|a couple(?: of)?) "
        r"(?:more|extra|other|"
        r"additional|further) .+",
        rf"^{_N} more .+|^(?:a few|fewer|less) (?:people|persons|men|women|kids|children|cats|dogs|cars|birds"
        r"|items|objects)\b.*",
        rf"^(?:make|turn|change|have|let|show|draw)(?: .{{0,40}}?)? (?:into |to |be |just |only )?(?:exactly "
        rf"|only |just )?{_N} "
        r"(?:of (?:them|those|these)|(?!of us|more of us|variations?|variants?|versions?|options?|takes?"
        r"|alternatives?)[a-z-]+(?: [a-z-]+){0,3})(?: (?:instead|rather than) .+)?$",
        rf"^(?:there|we) (?:should|could|must|need to) (?:only |just )?(?:be|have) (?:only |just |exactly )?{_N} .+",
        r"^(?:there|we) (?:should|must) (?:(?:only|just) (?:be|have) (?:one|a single)|(?:be|have) (?:only"
        r"|just) (?:one|a single)) .+",
        rf"^(?:only|just|exactly) (?:{_N}|one) [a-z-]+(?: [a-z-]+)?$",
        rf"^(?:{_N}|one) .{{1,40}}\b(?:instead of|rather than|not) (?:{_N}|one)$",
        r"^(?:double|triple|duplicate|multiply|halve) .+",
        r"^(?:change|turn|make) .{1,40} (?:from )?(?:one|a single) .{0,30}(?:in)?to (?:two|three|many|several)\b",
        rf"^(?:keep|leave) only (?:{_N}|one) .+|^(?:remove|delete) all but (?:{_N}|one)\b.*",
    )
)
_COMPOSITIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:zoom (?:in|out|closer|to|on|back)(?! \d+$)|dolly (?:in|out)|uncrop|recrop|outpaint|recompose"
        r"|reframe|rearrange|(?:re-)?crop(?: (?:it|this|the|her|him|them|in|to|tighter|closer|square|at|on"
        r"|around|\d|more|a bit)\b|$))",
        r"^(?:make |give |get |use |show |take |with )?(?:it |this |me )?(?:an? |the )?(?:(?:much |bit |little "
        r")*(?:wider|tighter|closer|looser|"
        r"extreme|further|farther)[- ])?(?:close[- ]?up|crop|framing|shot|full[- ]body|half[- ]body"
        r"|headshot)(?=$| (?:of|on|in|around|so|with|to|from|at)\b)",
        r"^(?:get |move |go |come |step |bring (?:it|us) |make (?:it|the (?:shot|picture|image|photo)) )?(?:a "
        r"(?:bit|little) |much )?(?:closer|wider|"
        r"tighter|further (?:away|back)|farther away)(?: (?:in|out|up|on|to|shot|crop|view|framing|so)\b.*)?$",
        r"^(?:pull|step|move) (?:back|out|in|away)\b",
        r"^(?:flip|mirror|invert|rotate|tilt) (?:it|this|(?:the )?(?:whole |entire )?(?:image|picture|photo"
        r"|scene|canvas))\b(?! colou?rs)",
        r"^(?:flip|mirror)(?:ped|ed)?(?: (?:horizontally|vertically|it|left|right).*)?$",
        r"^turn (?:it|this|(?:the )?(?:image|picture|photo)) (?:upside[- ]down|sideways|around|90)",
        r"^(?:cent(?:er|re)|re-?position|rearrange|re-?arrange|shift|spread out|relocate|line up|align|swap "
        r"the (?:positions?|"
        r"places?)|switch the (?:positions?|places?)) (?=the|it|her|him|them|everything|this|all|his"
        r"|its)(?!the (?:team|office))",
        r"^(?:move|bring|shift|slide|push|drag|nudge|pull) .+\b(?:left|right|up|down|forwards?|backwards?|back"
        r"|closer|cent(?:er|re)|"
        r"middle|top|bottom|corner|side|edge|away|apart|together|higher|lower|front|behind|third|onto|into"
        r"|under|next to|"
        r"beside|above|below|on top|foreground|background|between|near|across|over|around|further|farther"
        r"|inside|outside)\b",
        r"^(?:change|swap|switch|exchange|alter|modify|adjust|move) .{0,30}\b(?:positions?|placement|places"
        r"|locations?)(?: of)?\b",
        r"^(?:swap|switch) .+ and .+ around$",
        r"^(?:change|adjust|improve|alter|try|different|another|new) .{0,20}\b(?:composition|framing|layout"
        r"|arrangement)\b",
        r"^(?:different|another|new) (?:composition|framing|layout|arrangement)$",
        r"^(?:extend|expand|widen|enlarge|stretch) (?:it|the (?:image|picture|photo|scene|canvas|frame|view"
        r"|shot|background))\b",
        r"^(?:put|place|position|set|have|get|keep|make) (?:the|her|him|them|his|it) ?.{0,40}\b(?:in|at|to) "
        r"the (?:very )?(?:exact )?"
        r"(?:cent(?:er|re)|middle|left|right|top|bottom|foreground|(?:left|right|top|bottom|upper|lower)[- "
        r"].{1,12})(?: of the (?:image|"
        r"picture|frame|photo|scene|canvas))?$",
        r"^(?:put|place|position) (?:the|her|him|them) .{1,60}\b(?:on|to) the (?:left|right|other)(?:[- "
        r"](?:hand )?side)?(?: of .+)?$",
        r"^show (?:(?:the|her|his|its) (?:whole|entire|full)|more of) .+",
        r"^.{1,40}\b(?:fill|fills) the (?:frame|picture|image)$",
        r"^(?:use )?(?:the )?rule of thirds$",
        r"^(?:make|have|keep|show) .{1,40}\b(?:smaller|larger|bigger) in the (?:frame|picture|image|shot)$",
        r"^(?:swap|switch|exchange) (?:the |her |his )(?!.*\b(?:for|with|by|to)\b).+ and .+$",
        r"^.{1,40}\b(?:should|must|could) (?:be|stand|sit) (?:closer|further|farther|nearer) .+$",
    )
)
# Room around a thing is asked for with "add" and is no addition.
_ROOM = re.compile(
    r"^(?:add |leave |more |give |with )(?:it |us )?(?:more |some )?(?:head ?room|breathing room|negative "
    r"space|copy space|empty space|"
    r"white ?space|room|space) ?(?:(?:on|at|above|around|to|for|in|below)\b.*)?$",
    re.IGNORECASE,
)
_IS_EDIT = re.compile(r"^(?:add|insert|remove|delete|erase|replace|write|paint|color|colour|get rid)\b", re.IGNORECASE)
_OTHER_KIND = re.compile(
    r"\b(?:camera (?:and|in hand)|for free|work|meeting)\b|^make (?:it|them|this) (?:two|2) (?:times"
    r"|shades)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    rf"\b{_N} ?(?:more )?(?:times|%|percent|x|years?|shades?|inches|cm|pixels|px|degrees|stops?|seconds?"
    r"|minutes?|hours?|days?|weeks?"
    r"|dollars|words|steps?|rounds?|pm|am|o['’]clock|metres|meters|feet|tones?|story|storey|storeys|stories)\b",
    re.IGNORECASE,
)


# Light comes from somewhere, too.
_OF_LIGHT = re.compile(
    r"\b(?:light|lights|lighting|lit|relight|shadows?|sun|sunlight|shines?|shining|wind)\b", re.IGNORECASE
)
# The camera is looked at, not moved: a pose.
_AT_CAMERA = re.compile(
    r"\b(?:at|toward|towards|to|into|face|facing|for|away from) (?:the|us|our) (?:camera|viewer|lens)\b"
    r"|\bin view\b|\bpoint of view on\b",
    re.IGNORECASE,
)


def structural(clause: str) -> Structural | None:
    """A structural change that the whole clause asks for."""
    if size := _size(clause):
        return Structural(StructuralKind.ORIENTATION, clause, size)
    if not _MEASURE.search(clause) and _any(_COUNTS, clause) and not _names_text(clause):
        return Structural(StructuralKind.COUNT, clause)
    if _ROOM.match(clause):
        return Structural(StructuralKind.COMPOSITION, clause)
    if _IS_EDIT.match(clause) or _OTHER_KIND.search(clause):
        return None
    if _any(_VIEWPOINTS, clause) and not (_AT_CAMERA.search(clause) or _OF_LIGHT.search(clause)):
        return Structural(StructuralKind.VIEWPOINT, clause)
    if _any(_COMPOSITIONS, clause) and not _names_text(clause) and not _is_part(clause):
        return Structural(StructuralKind.COMPOSITION, clause)
    return None


def _size(clause: str) -> str | None:
    for size, pattern in _NAMED_SIZE.items():
        if pattern.match(clause) and not re.fullmatch(
            r"(?:an? |the )?(?:tall|wide|story|square|upright)", clause, re.IGNORECASE
        ):
            return size
    ratio = _RATIO.search(clause)
    if ratio and _ABOUT_SIZE.search(clause):
        return (ratio[1] or ratio[2]).replace(" ", "").replace("：", ":").replace("×", "x")
    if re.match(r"^rotate (?:it|the (?:image|picture|photo)) .{0,20}90", clause, re.IGNORECASE):
        return "portrait"
    return None


def _any(patterns: tuple[re.Pattern[str], ...], clause: str) -> bool:
    return any(pattern.match(clause) for pattern in patterns)


def _names_text(clause: str) -> bool:
    """Words in the picture are edited well, wherever they go."""
    without_count = re.sub(r"\bnumber of\b", "", clause, flags=re.IGNORECASE)
    return any(word in TEXTS for word in words_of(without_count)) or "\ue200" in clause


# A part of a body that moves is a pose: "move his arm up", "tilt her head", "bring the hands together".
_PARTS = listed("head arm arms hand hands leg legs foot feet finger fingers eyes eye gaze face chin shoulder body tail")


def _is_part(clause: str) -> bool:
    moved = re.match(r"(?:move|bring|shift|push|pull|tilt|turn|rotate) (?P<thing>.+)$", clause, re.IGNORECASE)
    if moved is None or is_whole(moved["thing"]):
        return False
    return head(moved["thing"]) in _PARTS or bool(_PARTS & set(words_of(bare(moved["thing"]))[:2]))
