"""The pixel lock: what an edit did not ask for stays as it was, pixel by pixel.

locking       lock(): the way of the two pictures      receipt    what goes in and comes out
decoding      bytes to pixels and back                 alignment  place, wobble, tone and sharpness, all together
registration  where the answer lies, roughly           flow       the wobble that is left
warp          drawing through the two                  colour     tone and sharpness
changes       evidence that a pixel was changed        parts      evidence to connected parts
guidance      where the person said it is              decision   lock or not, and why not
composite     the seam, and the new picture            showing    receipt and map
smoothing     blur and neighbourhoods

NumPy and Pillow only. Ways and numbers: tests/bench/lock.py.
"""

from bot.pictures.lock.locking import lock
from bot.pictures.lock.receipt import Box, Locked, Receipt, Region, Scope, Why

__all__ = ["Box", "Locked", "Receipt", "Region", "Scope", "Why", "lock"]
