"""A set's root message: the plan with its price, the progress, or the result, as the set's state says."""

from bot.domain import Failure, Kind, SetState, SetView, ShotState, ShotView
from bot.money import usd
from handlers.blocks.card import caption, card_actions, plain_alt, waiting_line
from handlers.blocks.elements import (
    Block,
    Body,
    actions,
    body,
    button,
    confirm,
    context,
    picture,
    section,
    sections,
)
from handlers.blocks.prices import estimate_line, price_of, spent_line
from handlers.blocks.text import bold, count, cut, facts, mention, one_line, progress_bar, reason, seconds, words

SCENE_MOST = 76  # one line on most screens; "Edit plan" has all of it
CANCEL = "set_cancel"


def root_body(view: SetView) -> Body:
    state = view.shot_set.state
    if state is SetState.FAILED:
        return failed_root_body(view, Failure(view.shot_set.problem or "This set could not be drawn."))
    if state is SetState.ASKED:
        return _asked(view)
    if state is SetState.WAITING:
        return _waiting(view)
    return _result(view) if state.is_over else _drawing(view)


def failed_root_body(view: SetView, failure: Failure) -> Body:
    """What went wrong, what it cost, and what is kept."""
    reference = f" (ref `{failure.ref}`)" if failure.ref else ""
    blocks = [
        section(f"{_head(view)}\n✕ {words(failure.sentence, 1500)}{reference}"),
        *sections([result_line(view, shot) for shot in view.shots if shot.versions]),
        context(spent_line(view)),
    ]
    return body(f"{_title(view)} could not be drawn: {one_line(failure.sentence)}", blocks)


def _asked(view: SetView) -> Body:
    doing = "Getting ready to draw…" if view.shot_set.request.kind is Kind.SINGLE else "Planning the shots…"
    return body(f"{_title(view)}: {doing}", [section(f"{_head(view)}\n{doing}"), _notes(view)])


def _waiting(view: SetView) -> Body:
    pictures = count(pictures_in(view), "picture")
    price = estimate_line(view, pictures)
    blocks = [section(_head(view)), *sections([_plan_line(view, shot) for shot in view.shots]), context(_how(view))]
    blocks += [section(price), _notes(view), _plan_buttons(view)]
    return body(f"{_title(view)}, planned: {price}", blocks)


def _drawing(view: SetView) -> Body:
    done = sum(shot.shot.state is ShotState.DRAWN for shot in view.shots)
    total = len(view.shots)
    is_cancelling = view.shot_set.state is SetState.CANCELLING
    bar = f"{progress_bar(done, total)}  {done} of {total}" if total > 1 else ""
    left = _time_left(view)
    status = "Cancelling: what is being drawn now is finished and kept." if is_cancelling else facts([bar, left])
    blocks = [
        section("\n".join(filter(None, [_head(view), status]))),
        section(waiting_line(view.waiting, _pictures_left(view))) if view.waiting else None,
        *sections([progress_line(shot, total) for shot in view.shots]),
        _picture_of_single(view),
        context(f"{_how(view)}\n{facts([price_of(view.estimate), f'spent so far {usd(view.spent)}'])}"),
        None if is_cancelling else actions(_cancel_button(view)),
    ]
    waits = ", waiting for the image service" if view.waiting else ""
    return body(f"{_title(view)}: {done} of {count(total, 'picture')} drawn{waits}", blocks)


def _result(view: SetView) -> Body:
    drawn = sum(len(shot.versions) for shot in view.shots)
    summary = facts([count(drawn, "picture"), spent_line(view), seconds(view.seconds) if view.seconds else None])
    is_cancelled = view.shot_set.state is SetState.CANCELLED
    text = f"{_title(view)}, {'cancelled' if is_cancelled else 'done'}: {summary}"
    head = f"{_head(view)}\nCancelled. What was drawn is kept." if is_cancelled else _head(view)
    if view.shot_set.request.kind is Kind.SINGLE and view.shots and view.shots[0].versions:
        return body(text, [section(head), *_single(view, view.shots[0]), _notes(view)])
    alt = view.sheet_alt or f"Contact sheet of {_title(view)}"
    blocks = [
        section(head),
        picture(view.sheet_file_id, alt),
        *sections([result_line(view, shot) for shot in view.shots]),
        context(f"{summary}\n{_how(view)}"),
        _notes(view),
    ]
    return body(text, blocks)


def _single(view: SetView, shot: ShotView) -> list[Block | None]:
    newest = shot.shown
    alt = plain_alt(shot.shot, len(view.shots), view.characters, view.shot_set)
    return [section(caption(newest)), picture(newest.file_id, alt), card_actions(newest, shot.shot.number)]


def _picture_of_single(view: SetView) -> Block | None:
    """A single picture that is drawn once more stays to be seen."""
    if view.shot_set.request.kind is not Kind.SINGLE or not view.shots or not view.shots[0].versions:
        return None
    shot = view.shots[0]
    return picture(shot.shown.file_id, plain_alt(shot.shot, 1, view.characters, view.shot_set))


def progress_line(shot: ShotView, total: int = 2) -> str:
    """A sign, its label, and in words how far it is: no meaning by the sign alone."""
    taken = seconds(shot.seconds) if shot.seconds is not None else ""
    sign, state = {
        ShotState.DRAWN: ("✓", taken or "drawn"),
        ShotState.DRAWING: ("◐", f"drawing {taken}".strip()),
        ShotState.FAILED: ("✕", reason(shot.shot.problem or "could not be drawn")),
        ShotState.CANCELLED: ("–", "cancelled"),
    }.get(shot.shot.state, ("○", "waiting"))
    label = f"*#{shot.shot.number}* " if total > 1 else ""
    return f"{sign} {label}{words(shot.shot.title, 80)} · {state}"


def result_line(view: SetView, shot: ShotView) -> str:
    if not shot.versions:
        problem = "cancelled" if shot.shot.state is ShotState.CANCELLED else shot.shot.problem or "not drawn"
        again = " Try again is in the thread." if shot.shot.state is ShotState.FAILED else ""
        return f"✕ *#{shot.shot.number}* {words(shot.shot.title, 80)} · {reason(problem)}{again}"
    newest = shot.shown
    cost = None if newest.cost is None else usd(newest.cost)
    label = f"*#{shot.shot.number} · v{newest.number}*"
    return f"{label}  {facts([words(shot.shot.title, 80), cost, seconds(newest.seconds)])}"


def pictures_in(view: SetView) -> int:
    request = view.shot_set.request
    return max(len(view.shots), request.count) if request.kind is Kind.VARIANTS else len(view.shots) or request.count


def _pictures_left(view: SetView) -> int:
    left = sum(shot.shot.state in (ShotState.PLANNED, ShotState.QUEUED, ShotState.DRAWING) for shot in view.shots)
    return pictures_in(view) if view.shot_set.request.kind is Kind.VARIANTS else left


def _plan_line(view: SetView, shot: ShotView) -> str:
    """The title, and of the scene what the titles do not say already."""
    scene = one_line(shot.shot.scene)
    for said in (view.shot_set.request.brief, view.shot_set.title, shot.shot.title):
        if said and scene.casefold().startswith(one_line(said).casefold()):
            scene = scene[len(one_line(said)) :].lstrip(" :.,;–—-")
    return f"{shot.shot.number}. {bold(shot.shot.title, 90)}  {words(scene, SCENE_MOST)}".rstrip()


def _plan_buttons(view: SetView) -> Block | None:
    set_id = view.shot_set.id
    drawn, draft = view.estimate, view.draft_estimate
    is_cheaper = draft and drawn and draft.expected < drawn.expected
    return actions(
        button(_priced("Draw", view, draft=False), "set_draw", set_id, style="primary"),
        button(_priced("Draft", view, draft=True), "set_draft", set_id) if is_cheaper else None,
        button("Edit plan", "set_edit_plan", set_id) if view.shot_set.request.kind is Kind.SCENES else None,
        button("Cancel", CANCEL, set_id),
    )


def _priced(verb: str, view: SetView, *, draft: bool) -> str:
    price = price_of(view.draft_estimate if draft else view.estimate, about="")
    return f"{verb} ({price})" if price else verb


def _cancel_button(view: SetView) -> Block:
    ask = confirm(
        "Cancel this set?",
        "Nothing new is drawn. Pictures that are being drawn now are finished, paid and kept.",
        "Cancel the set",
        "Go on drawing",
        "danger",
    )
    return button("Cancel", CANCEL, view.shot_set.id, style="danger", confirm=ask)


def _head(view: SetView) -> str:
    asked_by = f"asked by {mention(view.shot_set.asked_by)}"
    private = "only you see it" if view.shot_set.request.private else None
    return facts([bold(_title(view)), asked_by, private])


def _title(view: SetView) -> str:
    return cut(one_line(view.shot_set.title or view.shot_set.request.brief), 150) or "A picture"


def _how(view: SetView) -> str:
    """Who and how: what all pictures of the set share."""
    request = view.shot_set.request
    cast = ", ".join(f"@{words(character.name, 40)}" for character in view.characters)
    return facts(
        [
            f"with {cast}" if cast else None,
            f"{words(request.style, 60)} style" if request.style else None,
            str(request.size),
            f"{words(request.model, 60)} {words(view.shot_set.quality or request.quality, 20)}",
            "each shot guided by the one before" if request.chain else None,
        ]
    )


def _time_left(view: SetView) -> str | None:
    if view.expected_seconds is None or view.seconds is None:
        return None
    left = view.expected_seconds - view.seconds
    return f"about {seconds(left)} left" if left >= 1 else "nearly done"


def _notes(view: SetView) -> Block | None:
    return context(*(words(note, 300) for note in view.shot_set.request.notes))
