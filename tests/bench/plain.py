"""What a script without Easel would do: the same calls, one after the other, with the openai library."""

import time

from openai import AsyncOpenAI

from tests.sandbox.journal import Call, Journal

SENT = ("model", "prompt", "size", "quality")


async def plain_loop(base_url: str, journal: Journal, calls: list[Call]) -> float:
    """Seconds for the same calls with the same pictures; each answer is read to its end."""
    began = time.monotonic()
    async with AsyncOpenAI(api_key="sk-sandbox", base_url=base_url) as client:
        for call in calls:
            fields = {name: call.arguments[name] for name in SENT}
            count = len(call.arguments.get("image", []))
            pictures = [journal.blob(call.id, index) for index in range(count)]
            images = [(f"image-{index}.png", data, "image/png") for index, data in enumerate(pictures, start=1)]
            if images:
                await client.images.edit(image=images, **fields)
            else:
                await client.images.generate(**fields)
    return time.monotonic() - began
