"""Whole replies that are commands: "!undo", "undo that", "!tree", "4 more like this", "try again", "撤销"."""

import re
from itertools import islice

from bot.domain.replies import Cancel, Help, Redo, Reply, Tree, Undo, Variations
from bot.reading.replies.edits import drawing_in
from bot.reading.replies.labels import number_in
from bot.reading.replies.phrases import without_lead
from bot.reading.replies.wordlists import NUMBERS

MOST_TAKES = 10
_N = rf"(?:\d{{1,2}}|one|{'|'.join(NUMBERS)}|[一二两三四五六七八九十])"
_LAST = (
    r"(?:the |that |my |your |this )?(?:very )?(?:last|previous|latest|recent|prior)?(?: (?:change|changes"
    r"|edit|edits|one|step|round|round of edits|version|thing|bit|modification|request|picture))?"
)
_UNDO = re.compile(
    r"^!?(?:undo|revert|roll ?back|ctrl[- ]?z|cmd[- ]?z|take (?:that|it) back|go back(?: (?:a|one) (?:step"
    r"|version))?|back one(?: step)?|step back|(?:go )?back to (?:the )?(?:previous|last|one before|prior)(?: "
    r"(?:one|version|picture|image|edit))?|"
    r"(?:restore|output|show) the (?:previous|last) (?:version|one|picture|round(?: of edits)?)|cancel the "
    r"(?:last|previous) (?:edit|change|round)|(?:i )?(?:liked|preferred) the (?:previous|last) (?:one"
    r"|version)(?: better| more)?[,;]? go back|撤销|撤回|撤消|还原|回退|退回|"
    r"取消上一步|恢复上一步|上一步|返回上一步|退回上一步|回到上一(?:步|版|张|个版本)|撤销上一(?:步|轮"
    r"|次)(?:编辑|修改|操作)?|恢复到?上一(?:版|步|个版本))"
    rf"(?: (?:it|that|this|all|please|again|{_LAST}|of)(?= |$|[,.;!]))*(?:\s*,? ?(?P<n>{_N}|twice|once)(?: "
    rf"?(?:times?|steps?|x|versions?|edits?|步|次))?)?(?: (?:the )?last (?P<last>{_N})(?: \w+)?)?(?:了|吧|一下)?$",
    re.IGNORECASE,
)
_UNDO_LAST = re.compile(
    rf"^!?(?:undo|revert|roll ?back) (?:the )?(?:last|previous) (?P<n>{_N}) \w+$|^撤销(?P<han>{_N})[步次]$",
    re.IGNORECASE,
)
_REDO = re.compile(
    r"^!?(?:redo|re-?do (?:it|this|that)|re-?roll|re-?run|retry|regenerate|re-?generate|re-?draw(?: (?:it"
    r"|this))?|(?:please )?(?:try|do|draw|run|generate|render|make)(?: (?:it|this|that))? (?:once (?:more"
    r"|again)|again|over(?: again)?|one more time|anew)|one more time|another try|another go|"
    r"give it another (?:go|try|shot)|have another go|do over|new attempt|(?:your edit is )?not good,? redo(?: "
    r"it)?|重做|重画|重来|重试|再试(?:一次|一下)|再来一[次遍]|重新(?:生成|画|来|做)(?:一?[次张遍下个])?"
    r"|再画一[次遍]|换一张|再生成一[次张])(?: (?:it|this"
    r"|that|please|the (?:last|same) (?:one|edit)))*$",
    re.IGNORECASE,
)
_TAKES = (
    r"(?:variations?|variants?|versions?|options?|takes?|alternatives?|alternates?|others?|ideas|tries|more"
    r"|samples?|ones?)"
)
_VARIATIONS = re.compile(
    r"^!?(?:(?:please )?(?:give|show|make|draw|create|generate|do|try|produce)(?: me| us)? "
    rf")?(?:(?:an?|another|some|a few|a couple of|few|several|(?P<n>{_N})) )?(?:(?:more|other|different|new"
    rf"|extra|further|additional|alternative) )*{_TAKES}"
    r"(?: (?:of (?:it|this|that|the (?:picture|image|same|last one)|v\d+)|like (?:this|that|it)(?: one)?|please"
    r"|along (?:these|those) lines|in this style|to choose from|to pick from))*$",
    re.IGNORECASE,
)
_MORE_LIKE = re.compile(
    rf"^(?:(?:give|show|make|draw)(?: me| us)? )?(?:(?P<n>{_N}|some|a few) )?more(?: (?:like|of) (?:this"
    rf"|that|it|these|those)(?: one)?)?$|^(?:再|多)?(?:来|出|给我|生成|画|做)(?:我)?(?P<han>{_N}|几)(?:个|张|种|款"
    r"|幅)(?:不同的?)?(?:变体|版本|方案|类似的?|差不多的?|这样的?|选择|备选|图|候选)?$|^(?:再|多)?(?:生成|来|出|给我|画"
    rf"|做).{{0,10}}?(?P<han3>{_N}) ?(?:个|张|种|款|幅)(?:变体|版本|方案|备选|图|图片)?$"
    rf"|^(?P<han2>{_N})(?:个|张|种)(?:变体|方案"
    r"|版本)$",
    re.IGNORECASE,
)
_TREE = re.compile(
    r"^!?(?:tree|history|versions|show (?:me )?(?:the )?(?:tree|history|(?:all )?(?:the )?versions|version "
    r"history|branches)|(?:list|see) (?:all )?(?:the )?versions|版本树|历史(?:版本|记录)?|(?:看|显示"
    r"|列出)?所有版本|版本列表)$",
    re.IGNORECASE,
)
_CANCEL = re.compile(
    r"^!?(?:cancel(?: (?:it|this|that|the (?:drawing|job|request|edit)))?|stop(?: (?:it|this|that|drawing"
    r"|now))?|abort|never ?mind(?: that| it)?,? (?:stop|cancel)(?: it)?|取消|停止?|停下|别画了|不要画了"
    r"|取消吧|停一下)$",
    re.IGNORECASE,
)
_HELP = re.compile(r"^!?(?:help|help me|easel help|帮助|怎么用|使用说明|用法)$|^!(?:\?|h)$", re.IGNORECASE)
_THEN = re.compile(
    r"\s{0,2}(?:[,;:，；。.—–-]+\s*(?:and then|and|then|but|with|now|然后|并且?|再|但是?)?|\s{1,2}(?:and then|and|then"
    r"|but"
    r"|with|now)\b|\s{1,2}(?=(?:at|in|as|from)\b)|(?:然后|并且?|再|但是?))[ ,，]*",
    re.IGNORECASE,
)


def command(text: str) -> Reply | None:
    """A command and nothing else."""
    if re.fullmatch(r"(?:again|redo|more|stop|cancel|help me)\W*\?\W*", text.strip(), re.IGNORECASE):
        return None
    words = text.strip().strip(".!。！?？ ") if not text.strip().startswith("!") else text.strip().rstrip(".。 ")
    for said in dict.fromkeys((words, without_lead(words))):
        if found := _said(said):
            return found
    return None


def _said(words: str) -> Reply | None:
    for pattern, made in ((_TREE, Tree), (_CANCEL, Cancel), (_HELP, Help)):
        if pattern.match(words):
            return made()
    if match := _UNDO_LAST.match(words):
        return Undo(number_in(match["n"] or match["han"]))
    if match := _UNDO.match(words):
        return Undo(_steps(match["n"] or match["last"]))
    if _REDO.match(words):
        return Redo()
    if (match := _VARIATIONS.match(words)) and not re.fullmatch(
        r"(?:an?|some|few)? ?(?:ones?|more|others?|ideas|versions?|options?|takes?|alternat\w+|samples?|tries)"
        r"|another (?:one|version)",
        words,
        re.IGNORECASE,
    ):
        return Variations(_takes(match["n"], words))
    if (match := _MORE_LIKE.match(words)) and words.casefold() != "more":
        return Variations(_takes(match["n"] or match["han"] or match["han2"] or match["han3"], words))
    return None


def command_then(text: str) -> Reply | None:
    """A command, then a change: "undo and turn the cup black", "redo it but darker", "4 versions, warmer"."""
    for cut in islice(_THEN.finditer(text[:120]), 8):
        if cut.start() == 0 or cut.end() >= len(text):
            continue
        first = command(text[: cut.start()])
        if first is None or isinstance(first, Tree | Cancel | Help):
            continue
        then = drawing_in(text[cut.end() :])
        if then and isinstance(first, Undo):
            return Undo(first.steps, then)
        if then and isinstance(first, Redo):
            return Redo(then)
        if then and isinstance(first, Variations):
            return Variations(first.count, then)
    return None


def _steps(named: str | None) -> int:
    if named is None or named.casefold() == "once":
        return 1
    return 2 if named.casefold() == "twice" else max(1, number_in(named))


def _takes(named: str | None, words: str) -> int:
    if named and re.fullmatch(_N, named, re.IGNORECASE):
        return max(1, min(MOST_TAKES, number_in(named)))
    return (
        1
        if re.match(r"(?:.* )?(?:an|another|a) ", words, re.IGNORECASE) and not re.search(r"a (?:few|couple)", words)
        else 4
    )
