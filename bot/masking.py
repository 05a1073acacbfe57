"""Secrets out of text: tokens by their form, this bot's own by their value. The last thing that happens to a line."""

import json
import re
from collections.abc import Callable, Iterable

MASK = "***"
SHORTEST = 6  # a shorter value would take innocent words with it

# No quotes, backslashes or spaces in any of these: a masked line of JSON stays JSON.
_TOKEN = r"[A-Za-z0-9._~+/=-]"
_FORMS = re.compile(
    rf"\b(xox[a-z](?:\.xox[a-z])?-|xapp-|sk-|v0=|(?:Bearer|Basic)(?: |%20)){_TOKEN}{{4,}}"
    rf"|((?:[a-z][a-z0-9+]*)://[^\s:/@\"\\]*:)[^\s/@\"\\]+(?=@)",
    re.IGNORECASE,
)


def mask_for(secrets: Iterable[str] = ()) -> Callable[[str], str]:
    """A function that masks; values are looked for as they are and as JSON writes them."""
    known = {form for secret in secrets if len(secret) >= SHORTEST for form in (secret, json.dumps(secret)[1:-1])}
    values = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True)))) if known else None

    def mask(text: str) -> str:
        text = values.sub(MASK, text) if values else text
        return _FORMS.sub(lambda found: f"{found[1] or found[2]}{MASK}", text)

    return mask
