"""What the model did to tone and sharpness all over the picture: found robustly, with the edit as an outlier."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.pictures.lock.smoothing import Field, blur, shrink

ROUNDS = 6
TUKEY = 4.685
EFFECTIVE = 300.0  # neighbouring samples say the same, so that many count
GAIN_USUAL, CROSS_USUAL = 0.08, 0.008  # cross terms are stiff: else a recoloured thing can be explained as tone
LEVELS_OF_DOUBT = 3.0
SAMPLES = 96  # along the height
PLAIN = 8.0  # levels of unevenness
CLIPPED, MOST_CLIPPED = 5, 12  # levels


@dataclass(frozen=True)
class Tone:
    """answer -> parent: `matrix` (3, 3) and `offset` (3,)."""

    matrix: NDArray[np.float32]
    offset: NDArray[np.float32]

    def applied(self, pixels: Field) -> Field:
        """Channels first."""
        flat = self.matrix @ pixels.reshape(3, -1) + self.offset[:, None]
        return np.asarray(flat, np.float32).reshape(pixels.shape)


def tone_between(parent: Field, answer: Field, usable: Field) -> Tone:
    """`parent` and `answer` (3, height, width), aligned; `usable` (height, width) from 0 to 1."""
    factor = max(1, round(parent.shape[1] / SAMPLES))
    wanted, given = (
        shrink(field, factor, factor * 0.6).reshape(3, -1).astype(np.float64) for field in (parent, answer)
    )
    worth = _worth(parent, given, factor) * (shrink(usable, factor, factor * 0.6).ravel() > 0.5)
    wanted, given = wanted - 128, given - 128
    offset, matrix = np.median(wanted - given, axis=1), np.eye(3)
    for _ in range(ROUNDS):
        left = np.sqrt(((wanted - matrix @ given - offset[:, None]) ** 2).sum(axis=0))
        spread = max(1.5, 1.4826 * float(np.median(left)))
        weights = np.maximum(1 - (left / (TUKEY * spread)) ** 2, 0) ** 2 * worth
        matrix, offset = _fitted(wanted, given, weights)
    return Tone(matrix.astype(np.float32), (offset + 128 - matrix @ np.full(3, 128.0)).astype(np.float32))


def _worth(parent: Field, given: NDArray[np.float64], factor: int) -> NDArray[np.float64]:
    """Plain places tell the tone best; clipped ones hide it, and count where there is nothing else."""
    grey = parent[1]
    uneven = (shrink(grey**2, factor, factor * 0.6) - shrink(grey, factor, factor * 0.6) ** 2).ravel().clip(0)
    clipped = ((given > 255 - CLIPPED) | (given < CLIPPED)).any(axis=0)
    return np.asarray(np.where(clipped, 0.03, 1.0) / (1 + uneven / PLAIN**2), np.float64)


def unclipped(parent: Field, answer: Field, toned: Field) -> Field:
    """`toned`, but as the parent where the answer is at the end of its range and could not follow."""
    beyond = (answer > 255 - CLIPPED) & (parent > toned) | (answer < CLIPPED) & (parent < toned)
    return np.where(beyond & (np.abs(parent - toned) < MOST_CLIPPED), parent, toned)


def _fitted(
    wanted: NDArray[np.float64], given: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ridge towards no change of gain and no cross terms."""
    weights = weights * (EFFECTIVE / max(float(weights.sum()), 1e-6))
    columns = np.concatenate((given, np.ones((1, given.shape[1]))))
    normal = (columns * weights) @ columns.T
    matrix, offset = np.eye(3), np.zeros(3)
    for channel in range(3):
        usual = np.append(np.where(np.arange(3) == channel, GAIN_USUAL, CROSS_USUAL), 40.0)
        stay = (LEVELS_OF_DOUBT / usual) ** 2
        missing = (columns * weights) @ (wanted[channel] - given[channel])
        solved = np.linalg.solve(normal + np.diag(stay), missing)
        matrix[channel] += solved[:3]
        offset[channel] = solved[3]
    return matrix, offset


def softened_alike(parent: Field, answer: Field, usable: Field) -> Field:
    """The parent as soft (or harsh) as the answer, so that only what was drawn differently still differs.

    Luma and chroma (3, height, width). What the answer lacks is explained by the parent's own detail at two scales,
    robustly, over the whole picture; colours apart from luma, since they are stored more coarsely.
    """
    result = parent.copy()
    for channels in (slice(0, 1), slice(1, 3)):
        known = parent[channels]
        details = np.stack([blur(known, sigma) - known for sigma in (0.7, 1.5)])
        share = _explained(details, answer[channels] - known, usable)
        result[channels] += np.tensordot(share, details, 1)
    return result


def _explained(details: Field, apart: Field, usable: Field) -> NDArray[np.float32]:
    busy = (np.abs(details[1]) > 4) & (usable > 0.5)
    if busy.sum() < 200:
        return np.zeros(2, np.float32)
    basis, wanted = details[:, busy], apart[busy]
    share = np.zeros(2)
    for _ in range(3):
        left = np.abs(wanted - share @ basis)
        spread = max(3.0, 1.4826 * float(np.median(left)))
        weights = np.maximum(1 - (left / (TUKEY * spread)) ** 2, 0) ** 2
        stay = np.eye(2) * 0.02 * float((weights * basis[1] ** 2).sum())
        share = np.linalg.solve((basis * weights) @ basis.T + stay, (basis * weights) @ wanted)
    return share.clip(-1, 1.2).astype(np.float32)
