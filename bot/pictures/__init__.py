"""Pixels, pure: sizes, cleaning of uploads, collages of references, contact sheets. Bytes in, bytes out."""
