"""Real pictures, painted beforehand and handed out in turn; each is made another one by a chunk of its own.

The image API is far away in real life and costs this machine nothing, so it should not here either.
"""

import struct
import zlib
from pathlib import Path
from tempfile import gettempdir

from tests.sandbox.models.studio import Drawing, Job, ProcessStudio

KINDS = 4
PAINTED = "Maya at the espresso machine of the robot café, take {}, flat style"


class GalleryStudio:
    def __init__(self) -> None:
        self._painted: dict[tuple[int, int], list[bytes]] = {}
        self._handed_out = 0

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def paint(self, width: int, height: int) -> None:
        """Beforehand, once for this machine."""
        folder = Path(gettempdir()) / "easel-bench"
        folder.mkdir(exist_ok=True)
        painters, pictures = ProcessStudio(), []
        for kind in range(KINDS):
            path = folder / f"{width}x{height}-{kind}.png"
            if not path.exists():
                drawing = await painters.draw(Job(PAINTED.format(kind), width, height, seed=kind))
                path.write_bytes(drawing.final)
            pictures.append(path.read_bytes())
        await painters.close()
        self._painted[width, height] = pictures

    async def draw(self, job: Job) -> Drawing:
        self._handed_out += 1
        pictures = self._painted[job.width, job.height]
        return Drawing(_marked(pictures[self._handed_out % len(pictures)], self._handed_out))


def _marked(png: bytes, number: int) -> bytes:
    """With a text chunk before its end: other bytes, the same picture."""
    body = b"tEXtTake\0" + str(number).encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    end = png.rindex(b"IEND") - 4
    return png[:end] + chunk + png[end:]
