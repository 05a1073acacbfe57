"""People take turns: who asks for much does not keep others waiting."""

import time

from tests.conversation import Bot, Person, World

SHOT = 0.5  # seconds
BACKLOG = 40


async def test_a_backlog_of_40_shots_delays_another_persons_picture_by_less_than_a_shot_and_2_seconds(
    ana: Person, ben: Person, bot: Bot, world: World
) -> None:
    await world.sets(latency={"fixed": SHOT})
    for half in ("mornings", "evenings"):
        await ana.types(f"/imageset {BACKLOG // 2} {half} in a calendar --quality low")
    begun = await bot.draws("evenings")
    asked = time.monotonic()
    await ben.types("/image a hasty hare --quality low", channel="design")
    await bot.finishes("a hasty hare", channel="design", to="ben")
    took = time.monotonic() - asked
    drawn = len([call for call in await world.calls("calendar") if call.body["status"] == 200])
    assert drawn < BACKLOG, "the backlog was over too soon to tell anything"
    assert took < SHOT + SHOT + 2, "one shot that was in the air, and its own"
    await ana.presses("Cancel", begun.root)
    await bot.finishes("mornings")
    await bot.finishes("evenings")
