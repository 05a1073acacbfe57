"""Ids made from what they name: the same thing done twice has the same id, which makes repeats harmless."""

import base64
import hashlib


def id_from(prefix: str, *parts: str | int) -> str:
    """A short id like "set_k3v7q2m5n8p4r6t9", the same for the same parts."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).digest()
    return f"{prefix}_{base64.b32encode(digest[:10]).decode().lower()}"
