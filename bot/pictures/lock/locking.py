"""The pixel lock: an edit's answer and its parent become one picture that differs only where the edit is."""

from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from bot.pictures.lock import decoding
from bot.pictures.lock.alignment import Aligned, aligned
from bot.pictures.lock.changes import evidence_of_change, opponent
from bot.pictures.lock.composite import REACH, at_full_size, blended, composed, seam, without_the_same
from bot.pictures.lock.decision import refusal
from bot.pictures.lock.guidance import belief, named, touching
from bot.pictures.lock.parts import Mask, Parts, changed_parts, trimmed
from bot.pictures.lock.receipt import Locked, Receipt, Region, Scope, Why
from bot.pictures.lock.showing import boxes_of, change_map, drift_of
from bot.pictures.lock.smoothing import Field

MOST_PIXELS = 12_000_000
OTHER_SHAPE = 0.02


def lock(parent_png: bytes, answer_png: bytes, scope: Scope, region: Region | None = None) -> Locked:
    """Pure and without a clock: about 0.3 s at 1024x1024; run it in a worker thread.

    Raises BadPicture for a parent and BadAnswer for an answer that cannot be read.
    """
    parent, answer = decoding.parent_of(parent_png), decoding.answer_of(answer_png)
    whole = answer_png if answer_png.startswith(b"\x89PNG") else decoding.encoded(answer)
    if why := _hopeless(parent, answer, scope):
        return Locked(whole, False, why, Receipt())
    if answer.size != parent.size:
        answer = answer.resize(parent.size, Image.Resampling.LANCZOS)
    found = aligned(decoding.flattened(parent), decoding.flattened(answer))
    judged = _judged(found, scope, named(region, parent.size, found.factor))
    if judged.why:
        return Locked(whole, False, judged.why, drift_of(found), change_map(found, judged.region))
    return _locked(parent, answer, found, judged)


@dataclass(frozen=True)
class _Judged:
    parts: Parts
    region: Mask
    shifted: Field
    why: Why | None


def _hopeless(parent: Image.Image, answer: Image.Image, scope: Scope) -> Why | None:
    if scope is Scope.GLOBAL:
        return Why.GLOBAL
    if max(parent.width * parent.height, answer.width * answer.height) > MOST_PIXELS:
        return Why.TOO_LARGE
    shapes = [picture.width / picture.height for picture in (parent, answer)]
    return Why.REFRAMED if abs(shapes[0] / shapes[1] - 1) > OTHER_SHAPE else None


def _judged(found: Aligned, scope: Scope, place: Mask | None) -> _Judged:
    evidence = evidence_of_change(found.softened, opponent(found.answer), found.usable)
    trust = 1.0 if place is None else belief(place)
    parts = changed_parts(evidence, trust)
    why = None
    if place is not None and parts.count:
        there = touching(parts, place)
        why, parts = (None, there) if there.count else (Why.ELSEWHERE, parts)
    region, shifted = trimmed(parts.mask(), evidence, trust), (evidence.steady * trust).clip(0, 1)
    return _Judged(parts, region, np.asarray(shifted, np.float32), refusal(found, parts, scope) or why)


def _locked(parent: Image.Image, answer: Image.Image, found: Aligned, judged: _Judged) -> Locked:
    share = at_full_size(seam(judged.region), parent.size)
    if answer.mode != parent.mode:
        parent, answer = parent.convert("RGBA"), answer.convert("RGBA")
    old = np.asarray(parent, np.uint8)
    drawn = composed(old, answer, found, judged.region, share)
    share = without_the_same(old, drawn, share, at_full_size(judged.shifted, parent.size))
    new = blended(old, drawn, share)
    inside = share > 0
    outside = int((new != old).any(axis=2)[~inside].any())
    receipt = replace(
        drift_of(found),
        share_changed=round(100 * float(inside.mean()), 2),
        boxes=boxes_of(judged.parts, found.factor, parent.size, REACH),
        mask_png=decoding.encoded(Image.fromarray(inside)),
        outside_difference=outside,
    )
    return Locked(decoding.encoded(new), True, None, receipt, change_map(found, judged.region))
