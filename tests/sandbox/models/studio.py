"""Where pretend pictures are drawn: in worker processes, so that drawing never holds up the servers of the sandbox."""

import asyncio
import contextlib
import io
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Protocol

from PIL import Image, ImageFilter

WORKERS = 2
BEHIND = 10  # a real image server does not take its time from the bot's processor


@dataclass(frozen=True)
class Job:
    """One picture to draw; with a `base` it is an edit of that picture, without one a new picture."""

    prompt: str
    width: int
    height: int
    seed: int
    references: tuple[bytes, ...] = ()
    background: str = "opaque"
    quality: str = "medium"
    base: bytes | None = None
    mask: bytes | None = None
    drift: str = "medium"
    output_format: str = "png"
    compression: int = 100
    partials: int = 0


@dataclass(frozen=True)
class Drawing:
    final: bytes
    partials: tuple[bytes, ...] = ()


class Studio(Protocol):
    async def draw(self, job: Job) -> Drawing: ...
    async def start(self) -> None: ...
    async def close(self) -> None: ...


def draw(job: Job) -> Drawing:
    """What a worker does; the painter is imported here, so that only workers pay for loading it."""
    from tests.sandbox.painter import paint, repaint

    size, seed, references = (job.width, job.height), job.seed, job.references
    if job.base is None:
        background, quality = job.background, job.quality
        png = paint(job.prompt, *size, seed=seed, references=references, background=background, quality=quality)
    else:
        mask, drift = job.mask, job.drift
        png = repaint(job.prompt, job.base, *size, seed=seed, references=references, mask=mask, drift=drift)
    return finish(png, job)


def finish(png: bytes, job: Job) -> Drawing:
    """The picture in the format asked for, and its early renderings."""
    if job.output_format == "png" and not job.partials:
        return Drawing(png)
    with Image.open(io.BytesIO(png)) as picture:
        picture.load()
        final = png if job.output_format == "png" else _encode(picture, job)
        early = tuple(_encode(_blurred(picture, 2 ** (6 - index)), job) for index in range(job.partials))
    return Drawing(final, early)


def _blurred(picture: Image.Image, by: int) -> Image.Image:
    small = picture.resize((max(1, picture.width // by), max(1, picture.height // by)))
    return small.resize(picture.size, Image.Resampling.BICUBIC).filter(ImageFilter.BoxBlur(by / 4))


def _encode(picture: Image.Image, job: Job) -> bytes:
    out = io.BytesIO()
    if job.output_format == "jpeg":
        picture.convert("RGB").save(out, "JPEG", quality=max(1, job.compression))
    elif job.output_format == "webp":
        picture.save(out, "WEBP", quality=job.compression, method=2)
    else:
        picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _warm() -> None:
    with contextlib.suppress(ImportError):
        import tests.sandbox.painter  # noqa: F401


class ProcessStudio:
    """A pool of two; a pool that lost a worker is replaced once, then the picture fails."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def start(self) -> None:
        self._pool = self._pool or self._new_pool()

    async def draw(self, job: Job) -> Drawing:
        try:
            return await self._submit(job)
        except BrokenProcessPool:
            await self.close()
            return await self._submit(job)

    async def _submit(self, job: Job) -> Drawing:
        self._pool = self._pool or self._new_pool()
        return await asyncio.get_running_loop().run_in_executor(self._pool, draw, job)

    async def close(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, cancel_futures=True)

    @staticmethod
    def _new_pool() -> ProcessPoolExecutor:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.sandbox.painter"])
        pool = ProcessPoolExecutor(WORKERS, mp_context=context, initializer=os.nice, initargs=(BEHIND,))
        for _ in range(WORKERS):
            pool.submit(_warm)
        return pool
