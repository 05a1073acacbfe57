"""What a `get_` raises: an id that was handed out but is not there is a fault of ours, not a person's."""


class NotFound(LookupError):
    """No such row or blob."""

    def __init__(self, what: str, key: str) -> None:
        super().__init__(f"there is no {what} {key!r}")
