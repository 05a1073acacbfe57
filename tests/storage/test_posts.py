"""A message of ours is begun once, and found with or without Slack's answer."""

from bot.domain import Place
from storage import Post, Store

THREAD = Place("T1", "C1", "1.1")


async def test_a_post_is_new_once_and_then_found(store: Store) -> None:
    assert await store.posts.begin("P1", THREAD) is None
    assert await store.posts.begin("P1", THREAD) == Post("P1", THREAD, None)
    await store.posts.done("P1", "2.2")
    assert await store.posts.begin("P1", THREAD) == await store.posts.find("P1") == Post("P1", THREAD, "2.2")
    assert await store.posts.find("P2") is None


async def test_a_file_is_remembered_per_workspace_and_replaced(store: Store) -> None:
    assert await store.posts.find_file("T1", "ab/abc.png") is None
    await store.posts.save_file("T1", "ab/abc.png", "F1")
    await store.posts.save_file("T1", "ab/abc.png", "F2")
    assert await store.posts.find_file("T1", "ab/abc.png") == "F2"
    assert await store.posts.find_file("T2", "ab/abc.png") is None
