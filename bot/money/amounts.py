"""How micro-USD are written for people, and how one price is shared out over several pictures."""

from bot.domain import USD


def usd(micro: int) -> str:
    """`$0.24` from ten cents up, `$0.041` below, `$0.0047` below a cent: about two digits that mean something."""
    if micro < 0:
        return "-" + usd(-micro)
    for decimals, smallest in ((2, 100_000), (3, 10_000), (4, 100)):
        if _rounded(micro, min(decimals + 1, 4)) >= smallest:
            return exact_usd(_rounded(micro, decimals))[: decimals - 6]
    return "$0.00" if micro == 0 else exact_usd(micro)


def exact_usd(micro: int) -> str:
    """Every digit: `$0.152340`."""
    if micro < 0:
        return "-" + exact_usd(-micro)
    return f"${micro // USD:,}.{micro % USD:06d}"


def split(total: int, parts: int) -> list[int]:
    """`parts` integers, as equal as can be, that sum to `total`: what each picture of one call cost."""
    if parts < 1:
        raise ValueError("a price is shared by at least one picture")
    share, rest = divmod(total, parts)
    return [share + 1] * rest + [share] * (parts - rest)


def _rounded(micro: int, decimals: int) -> int:
    """Half up to so many decimals of a dollar, still in micro-USD."""
    unit: int = 10 ** (6 - decimals)
    return (micro + unit // 2) // unit * unit
