"""The pretend image model's hand: draws an illustrated scene from a prompt, so the sandbox shows pictures, not boxes.

words (prompt -> parts) -> brief (what to show) -> scene (stage with everything in place) -> styles (pixels).
`casting`, `describe`, `likeness`, `look`: who somebody is. `figure`, `animals`, `objects`, `indoors`, `outdoors`: the
drawings. `edits`, `drift`: what a real model does to a picture it is asked to change.
"""

from collections.abc import Sequence

from tests.sandbox.painter import canvas, repainting

__all__ = ["paint", "repaint"]


def paint(
    prompt: str,
    width: int,
    height: int,
    *,
    seed: int,
    references: Sequence[bytes] = (),
    background: str = "opaque",
    quality: str = "medium",
) -> bytes:
    """A PNG of exactly width x height. Equal arguments give equal bytes."""
    return canvas.paint(prompt, width, height, seed, tuple(references), background, quality)


def repaint(
    prompt: str,
    base: bytes,
    width: int,
    height: int,
    *,
    seed: int,
    references: Sequence[bytes] = (),
    mask: bytes | None = None,
    drift: str = "medium",
) -> bytes:
    """An edit of `base`: what was asked changes, and everything else drifts a little, as with the real model."""
    return repainting.repaint(prompt, base, width, height, seed, mask, drift)
