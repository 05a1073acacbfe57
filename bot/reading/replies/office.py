"""Words of work around pictures: what they are said of is no part of a picture, so the clause is talk.

Two tables: things of an office, and idioms by the verb that they begin with ("take your time", "drop me a line").
"""

import re

from bot.reading.replies.wordlists import listed

_THINGS = "|".join(
    sorted(
        listed(
            """deadlines? meetings? calls? calendar agenda tickets? jira slides? deck presentation pitch keynote
            spreadsheet docs? document drive dropbox figma notion folder files? repo branch pr invite invitation
            invoice budget contract brief channel thread conversation discussion chat topic notifications? e-?mail
            newsletter website homepage linkedin instagram twitter facebook backlog sprint roadmap plans? order list
            schedule timeline stand-?up retro campaign client customer team marketing legal password account booking
            reservation mail inbox  gap mic attitude volume feedback copies rules efficiency news deal
            permit form vpn template server app code release payment salary rent bill bets? votes? stakes
            expectations pressure workload tasks? hours kettle permissions? access mind subject job shifts? lunch
            dinner appointment flight hotel vacation pto monday tuesday wednesday thursday friday saturday sunday
            tomorrow tonight today proposal report comments? notes? survey zoom teams slack pdf zip links? url wiki
            page post poll printer intern"""
        )
    )
)
_OF_WORK = (
    r"(?:the|an?|our|my|your|this|that|their|his|her|some|any|all|another|new|old|two|few|more|client['’]?s?|design"
    r"|project|shared|team|google|marketing|sales|next|first)"
)
_DONE_TO = re.compile(
    rf"^(?:[a-z]+ ){{1,2}}(?:{_OF_WORK} )+(?:{_THINGS})\b"
    r"(?=$|[,.!?;:]| (?:to|by|for|before|until|till|from|with|in|on|at|please|now|and|so|when|if|as|of|again)\b)"
    r"(?! (?:on|in|from|off|to) (?:the |her |his |a )?(?:\w+ )?(?:walls?|desk|table|picture|image|photo|hands?|screen"
    r"|background|foreground|scene|left|right|shelf|cart|mug|cup)\b)",
    re.IGNORECASE,
)
_PUT_INTO = re.compile(
    r"\b[\w#.@]+ (?:\w+ )?(?:to|in|into|on|onto|for|from|off|with|at|by|before|until|till) "
    rf"(?:{_OF_WORK} )*(?:{_THINGS})\b(?! (?:background|wall|screen|scene|room))",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    rf"^(?:the|our|my|your|this|that) (?:[\w-]+ ){{0,2}}?(?:{_THINGS}|video|song|agency|boss)\b.*"
    r"\b(?:should|needs?|must|has to|could|can|might)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:later|tomorrow|tonight|today|asap|this (?:week|morning|afternoon|evening)|next (?:week|month|year|time)"
    r"|by (?:monday|tuesday|wednesday|thursday|friday|noon|eod|end of day|\d{1,2} ?(?:am|pm|h\b|:|o.clock|$))"
    r"|on (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|holiday)|before (?:lunch|noon|we|you|the "
    r"(?:meeting|call))"
    r"|(?:when|whenever|as soon as|until|unless|because|once|if) (?:you|we|i|they|he|she|ben|it gets)\b)",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"^[a-z]+(?: (?:up|down|in|out|off|on|over))? (?:you|your|yourself|us|me)\b"
    r"(?! (?:look|smile|taller|younger|older|a hat|with|have|wear))",
    re.IGNORECASE,
)
_PEOPLE = r"(?:him|her|them|ben|ana|people|everyone|everybody|someone|the (?:team|client))"
_DEEDS = r"(?:know|decide|go|come|do|check|review|finish|speak|try|call|send|email|sign|ask|approve|think|look)"
_IDIOMS = {
    "let": rf"me|us|{_PEOPLE} {_DEEDS}",
    "let['’]?s": (
        "go|talk|ask|wait|discuss|meet|move on|sync|chat|use|pick|take|stick|ship|keep|not|see (?:what|how|if)|decide"
        "|do (?:that|this|it|lunch)|call|leave|just|all|park|print|start|continue|check|get|revisit|focus|vote"
        "|send|post"
        "|circle|table|hope|be"
    ),
    "keep": "going|it up|me|us|an eye|in mind|in touch|up|on|calm|trying|posted|them coming|it simple|it real",
    "make": (
        r"sure(?! (?:the|that the|her|his|all|it)\b)|sense|do|up your|my day|your day|that \w+(?: of us)?$"
        "|(?:the|our|my|every|a) (?:clients?|customers?|boss|teams?|agency|printer|office)"
    ),
    "take": (
        "a look|a break|care|your time|it easy|over|note|turns|five|the day|the rest|me|us|that as|this as|a "
        "moment|a seat"
        "|a vote|a second|notes|part|it from|(?:it|this|that) offline|it up|a (?:picture|photo|screenshot)"
    ),
    "give": (
        r"(?:me|us)\b(?! (?:an?|some|more|\d|two|three|four|five|six) ?(?:\w+ )?(?:version|variation|take|option|image"
        r"|picture|shot))|(?:it|this|that|him|her|them) (?:a (?:try|go|shot|rest|thought|second|minute|day|call"
        r"|while|spin"
        "|think|read|thumbs|hand|heads)|some (?:time|thought|love|space)|another (?:try|go|shot|thought)|time|to)"
    ),
    "drop": "me|by|it (?:here|in|off)|in|off|them in|us|the mic",
    "hold": "on|off|that|up",
    "hang": "on|out|in",
    "turns?": "(?:it|this|that|them) in|out",
    "set": "(?:up )?(?:an?|the) (?:call|meeting|reminder|date|time)",
    "place": "(?:an|the|your) (?:order|bets?)",
    "close": "this|it|enough|to|call",
    "open": "to|question|issue|it up|the (?:link|file|door for)|office|house|bar|source",
    "clear": "enough|to me|$",
    "light": "up$|lunch|work|reading",
    "cut": "it(?: out)?$|it out|(?:the|to the) (?:chase|crap)",
    "cross(?:ing)?": "(?:my |your )?fingers",
    "fill": "(?:me|us|him|her) in|(?:in|out) the form",
    "draw": "your own|a line|the line|lots|conclusions|straws",
    "raise": "it|this|that|a (?:ticket|question|point|flag|concern|hand)",
    "cover": "for|me|the costs?",
    "lower|raise|cut|reduce|increase|change": "(?:the|our) (?:prices?|costs?|expenses)$",
    "match": "made|point|day|is",
    "change": "of|(?:my|your|her|his|their|our) mind|nothing|anything|is",
    "swap": "notes|numbers|shifts|with (?:me|you|ben)|seats",
    "switch": "(?:to|with) (?:zoom|teams|me|you|slack|figma|the other)",
    "put": (
        "me|us|it (?:on|in|to) (?:the|my|our|your) (?:tab|list|calendar|backlog|bill|vote)|it (?:off|up|past"
        "|here|there|aside"
        "|away)|(?:it|this|that) (?:on|in) hold|your|some thought|simply|differently|another way|a pin"
    ),
    "add": (
        r"me|us|(?:him|her|them|ben|ana|cho)(?: to\b| as\b|$)|my|your|[@#]|it to my|to (?:that|this|cart|what)"
        r"|up|on|a (?:comment"
        "|note|reminder|reaction|bookmark|card|task|ticket|line item|calendar)"
    ),
    "remove": (
        "me|us|yourself|my name|your|ben|(?:him|her) from the (?:list|channel|thread)|this (?:message|post|comment)"
        "|the (?:message|post|comment|bot|app|duplicate)"
    ),
    "delete": "(?:this|that|the|my|your) (?:message|post|comment|thread|account|app|file)",
    "include": "me|us|him|ben|ana|in",
    "insert": r"\w+ here",
    "move": "on$|on to|(?:it|this|that)? ?to (?:monday|tuesday|wednesday|thursday|friday|next|the next)|forward"
    "|fast|along",
    "paint": "me|the town",
    "colou?r": "me",
    "have": (
        "a (?:look|nice|good|great|safe|question|seat|think|chat|call|meeting|go|minute|moment|second)|fun|to"
        "|you|we|they|i|been"
        rf"|no|it ready|{_PEOPLE} {_DEEDS}"
    ),
    "get": (
        r"(?:back|well|going|ready|in touch|it|over|some (?:sleep|rest|coffee)|lunch|the coffee|this (?:out"
        r"|done|approved)|me|us)\b"
        "(?! an? )"
    ),
    "leave": "it|me|us|that|this|the office|early|a (?:comment|note|message)",
    "type": "soon|here|it|slower",
    "apply": "for|here|to|within",
    "print": r"it|this|them|that|out|\d|two copies|and|the (?:final|pdf|posters?)",
    "wear": "it|a mask",
    "update": "me|us|the (?:status|ticket|team|file|doc)",
    "restore": "(?:the|my) (?:file|backup|account)",
    "show": "(?:me|us) (?:the (?:money|invoice|contract|numbers|budget)|around|how|what|where|when|why|who)",
    "warm": "welcome|regards|wishes",
    "cool": "stuff|beans|thanks|idea",
    "narrow": "it down",
    "balance": "sheet|is",
    "dress": "code",
    "age": "of|is",
    "style": "guide|over|is",
    "tone": "of voice|is",
    "throw": "in the towel",
    "break": "a leg|time|it down|it up|is|out",
    "burn(?:ed)?": "out",
    "blow": "it",
}
_IDIOM = re.compile(
    rf"^(?:{'|'.join(rf'(?:{verb}) (?:{rest})' for verb, rest in _IDIOMS.items())})(?!\w)", re.IGNORECASE
)


def is_office(clause: str) -> bool:
    """The clause is about files, dates, people or tools, or an idiom that only begins like a request."""
    is_idiom = _IDIOM.match(clause) or _TO_YOU.match(clause) or clause.casefold() in ("clear", "plant a seed")
    return bool(is_idiom or any(said.search(clause) for said in (_DONE_TO, _PUT_INTO, _SHOULD, _LATER)))
