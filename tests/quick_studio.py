"""Flat pictures at once, for tests about words, order and money: the painter has tests of its own."""

import io

from PIL import Image

from tests.sandbox.models.studio import Drawing, Job, finish


class QuickStudio:
    async def start(self) -> None: ...

    async def draw(self, job: Job) -> Drawing:
        """Another colour for each seed, and the size that was asked for."""
        colour = (job.seed % 256, job.seed // 256 % 256, job.seed // 65536 % 256)
        out = io.BytesIO()
        Image.new("RGB", (job.width, job.height), colour).save(out, "PNG", compress_level=1)
        return finish(out.getvalue(), job)

    async def close(self) -> None: ...
