"""Rain, snow, leaves and fog between the viewer and the scene."""

from tests.sandbox.painter.pen import circle, ellipse, fade, moved, path, stroke
from tests.sandbox.painter.stage import Stage


def fall(stage: Stage) -> None:
    if stage.roofed:
        return
    amount = stage.w * stage.h / 1e6
    rng = stage.rng
    if stage.weather == "rain":
        drops = (f"M{rng.random() * stage.w:.0f} {rng.random() * stage.h:.0f} l-12 46" for _ in range(int(90 * amount)))
        stage.front.append(stroke("".join(drops), "#DCEAF4", 3.5, opacity=0.6))
    elif stage.weather == "snow" or stage.season == "snow":
        flakes = "".join(
            circle(rng.random() * stage.w, rng.random() * stage.h, 3 + 9 * rng.random() ** 2, "#FFFFFF", opacity=0.92)
            for _ in range(int(110 * amount))
        )
        stage.front.append(flakes)
    elif stage.season in ("autumn", "spring"):
        tints = ("#d9773a", "#e8b04a", "#b9502f") if stage.season == "autumn" else ("#f6bccb", "#fad7df", "#f2a9be")
        leaf = "M0 -14 C12 -10 12 8 0 14 C-12 8 -12 -10 0 -14Z"
        for i in range(int(26 * amount)):
            x, y, size, turn = (
                rng.random() * stage.w,
                rng.random() * stage.h,
                0.7 + 0.6 * rng.random(),
                rng.random() * 360,
            )
            stage.front.append(moved(path(leaf, tints[i % 3]), x, y, size, turn))
    if stage.weather == "fog":
        stage.front.append(
            fade(
                0,
                stage.h * 0.45,
                stage.w,
                stage.h * 0.55,
                ((0, "#EEF2F4", 0.0), (0.5, "#EEF2F4", 0.5), (1, "#EEF2F4", 0.3)),
                stage.key(),
            )
        )
        stage.back.append(ellipse(stage.w * 0.3, stage.h * 0.7, stage.w * 0.5, 70, "#F4F7F8", opacity=0.6))
