"""App Home: how to begin, my sets, the cast, my month."""

from bot.money import usd
from tests.conversation import Bot, Person, World
from tests.seen import micro


async def test_it_shows_my_sets_the_cast_and_my_month(ben: Person, bot: Bot, world: World) -> None:
    await ben.casts("hugo", description="A lock keeper")
    await ben.types("/imageset hugo opens the lock: low | high --quality low", channel="design")
    await bot.finishes("hugo opens the lock", channel="design")
    cost = sum(call.billed for call in await world.calls())
    month = micro((await ben.types("/imagespend")).text)
    home = await ben.opens_home()
    assert f"*Hugo opens the lock* · done · 2 pictures · {usd(cost)} · <#C0DESIGN01>" in home.words
    assert "*@hugo*  A lock keeper" in home.words
    assert f"*November* · {usd(month)} · " in home.words
    assert list(home.buttons) == ["New set", "Add a character"]


async def test_it_is_of_the_person_who_opens_it(ana: Person, ben: Person, bot: Bot) -> None:
    await ana.types("/imageset secret plans: one | two --private --quality low")
    await bot.finishes("secret plans", channel="@easel")
    assert "Secret plans" in (await ana.opens_home()).words
    assert "Secret plans" not in (await ben.opens_home()).words


async def test_a_set_begun_there_asks_where(ben: Person, bot: Bot, world: World) -> None:
    await ben.presses("New set", await ben.opens_home())
    form = await ben.form("New set")
    assert "Where" in form.fields
    sent = await ben.fills(brief="a set from home", shots="door\nwindow", quality="low", where="design")
    assert sent.is_closed, sent.errors
    await bot.finishes("a set from home", channel="design", to="ben")


async def test_where_is_our_direct_messages_unless_said_otherwise(ben: Person, bot: Bot, world: World) -> None:
    await ben.presses("New set", await ben.opens_home())
    assert (await ben.fills(brief="a quiet set", kind="single", quality="low")).is_closed
    await bot.finishes("a quiet set", channel="@easel", to="ben")


async def test_a_character_is_added_from_there(ben: Person) -> None:
    await ben.presses("Add a character", await ben.opens_home())
    await ben.form("Add a character")
    await ben.closes_form()
