"""Pictures of a real size, drawn in milliseconds, each another: for tests that are about calls, not about art."""

import asyncio
import io

import numpy as np
from PIL import Image

from tests.sandbox.models.studio import Drawing, Job

GRAIN = 8  # a finer one makes larger files


class QuickStudio:
    async def start(self) -> None: ...

    async def draw(self, job: Job) -> Drawing:
        return Drawing(await asyncio.to_thread(grain, job.width, job.height, job.seed))

    async def close(self) -> None: ...


def grain(width: int, height: int, seed: int) -> bytes:
    """Coloured grain: about a megabyte at 1024x1024."""
    shape = (height // GRAIN + 1, width // GRAIN + 1, 3)
    coarse = np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)
    fine = np.random.default_rng(seed + 1).integers(0, 32, (height, width, 1), dtype=np.uint8)
    pixels = coarse.repeat(GRAIN, 0).repeat(GRAIN, 1)[:height, :width] // 2 + fine
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(out, "PNG", compress_level=1)
    return out.getvalue()
