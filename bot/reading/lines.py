"""A plan as text, one shot a line, and back: what "Edit plan" shows and takes."""

from collections.abc import Sequence

from bot.domain import PlannedShot, Shot
from bot.errors import BadRequest
from bot.reading.typed import short, tidy


def lines_of(shots: Sequence[Shot]) -> tuple[str, ...]:
    """ "Cover: Maya before the robot café, wide shot", or the scene alone where it says it all."""
    return tuple(shot.scene if shot.scene.startswith(shot.title) else f"{shot.title}: {shot.scene}" for shot in shots)


def shots_from(lines: str, before: Sequence[Shot], max_shots: int) -> tuple[PlannedShot, ...]:
    """The shots of an edited plan; a line that was not touched keeps its title."""
    kept = dict(zip(lines_of(before), before, strict=True))
    texts = [text for text in map(tidy, lines.splitlines()) if text]
    if not texts:
        raise BadRequest("A plan needs at least one shot. Write one shot a line.", "lines")
    if len(texts) > max_shots:
        raise BadRequest(f"{len(texts)} shots are more than one set holds here, which is {max_shots}.", "lines")
    shots = []
    for number, text in enumerate(texts, start=1):
        if shot := kept.get(text):
            shots.append(PlannedShot(number, shot.title, shot.scene))
        else:
            title, colon, scene = text.partition(": ")
            shots.append(PlannedShot(number, short(title), tidy(scene) if colon and scene else text))
    return tuple(shots)
