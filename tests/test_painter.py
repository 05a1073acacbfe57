"""The pretend pictures: exact sizes, the same person in every shot, and edits that behave like the real model's."""

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.sandbox.painter import imprint, likeness, paint, reading, repaint
from tests.sandbox.painter.brief import Brief
from tests.sandbox.painter.samples import PEOPLE, sample_photo

MAYA = "Maya: red coat, short black hair, freckles."
SHOT = f"Scene:\nMaya holding a mug in a café\n\nCharacters:\n{MAYA}\n\nStyle:\nflat"


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def pixels(data: bytes) -> NDArray[np.float32]:
    return np.asarray(opened(data).convert("RGB"), dtype=np.float32)


def shown(data: bytes) -> Brief:
    brief = imprint.of(data)
    assert brief is not None
    return brief


def recomposed(data: bytes) -> bytes:
    """The same pixels in a new file, as a bot that puts a picture together itself would write it."""
    out = io.BytesIO()
    Image.fromarray(np.asarray(opened(data).convert("RGB"))).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("size", [(1024, 1024), (1536, 1024), (1008, 336), (336, 1008), (2048, 1152), (70, 50)])
def test_a_picture_has_exactly_the_size_asked_for(size: tuple[int, int]) -> None:
    assert opened(paint("a red fox in the snow", *size, seed=1)).size == size


def test_equal_arguments_give_equal_bytes_and_another_seed_another_picture() -> None:
    one, same, other = (paint(SHOT, 256, 256, seed=s) for s in (5, 5, 6))
    assert one == same
    assert one != other


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "   \n",
        "x" * 32_000,
        "red mug " * 4_000,
        "🦊🌨️✨",
        "ثعلب أحمر في الثلج",
        "把杯子颜色改成磨砂墨绿色",
        "Panel 1:",
        '"',
        "1x1 grid",
    ],
)
def test_any_words_give_a_picture_with_something_in_it(prompt: str) -> None:
    picture = pixels(paint(prompt, 160, 160, seed=3))
    assert picture.std() > 12


def test_words_cannot_break_out_into_the_drawing() -> None:
    evil = 'a poster "<svg onload=x>&amp;</text>" with <script>, a cat\' and {curly} %s \x00 \ud800 ]]>'
    assert opened(paint(evil, 200, 200, seed=1)).size == (200, 200)


def test_described_clothes_hair_and_freckles_are_worn() -> None:
    look = shown(paint(SHOT, 128, 128, seed=1)).cast[0]
    assert (look.top, look.top_color) == ("coat", "#d8433b")
    assert look.freckles
    assert look.hair == "#2a242c"


def test_one_person_looks_the_same_in_every_shot_of_a_set() -> None:
    photo = sample_photo("maya")
    scenes = ["cover", "at the espresso machine", "thumbs up at night", "close-up, laughing", "running in the park"]
    looks = {shown(paint(f"Scene:\n{s}", 96, 96, seed=i, references=[photo])).cast[0] for i, s in enumerate(scenes)}
    assert looks == {PEOPLE["maya"]}


def test_a_sample_is_recognised_after_scaling_and_another_file_format() -> None:
    for name, known in PEOPLE.items():
        small = opened(sample_photo(name)).resize((640, 800))
        out = io.BytesIO()
        small.save(out, "WEBP", quality=70)
        assert likeness.look_of(out.getvalue()) == known


@pytest.mark.parametrize("name", ["mug", "logo"])
def test_a_picture_of_a_thing_is_nobody(name: str) -> None:
    assert likeness.look_of(sample_photo(name)) is None


def test_a_robot_is_a_character_too_and_keeps_its_colour() -> None:
    otto = opened(paint("a small friendly orange robot, plain background", 832, 1024, seed=7)).resize((600, 738))
    out = io.BytesIO()
    otto.convert("RGB").save(out, "PNG")
    look = likeness.look_of(out.getvalue())
    assert look is not None
    assert look.species == "robot"
    red, blue = int(look.top_color[1:3], 16), int(look.top_color[5:7], 16)
    assert red > blue + 100


def test_different_people_look_different_and_each_keeps_an_own_look_in_a_shared_scene() -> None:
    roles = "Image 1: MAYA. Take the identity from it.\nImage 2: BO. Take the identity from it."
    prompt = f"Scene:\nMaya and Bo in the park\n\nReferences:\n{roles}"
    cast = shown(paint(prompt, 128, 128, seed=1, references=[sample_photo("maya"), sample_photo("bo")])).cast
    assert cast == (PEOPLE["maya"], PEOPLE["bo"])


def test_an_unknown_photo_gives_its_own_colours() -> None:
    photo = np.full((400, 320, 3), (120, 150, 170), dtype=np.uint8)
    photo[60:150, 110:210] = (60, 35, 25)  # hair
    photo[95:190, 125:195] = (214, 160, 125)  # face
    photo[215:400, 70:250] = (30, 120, 60)  # clothes
    out = io.BytesIO()
    Image.fromarray(photo).save(out, "PNG")
    look = likeness.look_of(out.getvalue())
    assert look is not None
    green, red = int(look.top_color[3:5], 16), int(look.top_color[1:3], 16)
    assert green > red + 40
    assert int(look.hair[1:3], 16) < 110


def test_all_shots_of_a_set_share_one_palette() -> None:
    purpose = "Purpose:\nPicture {} of 3 of one set about “the robot café”. Draw only this one: {}."
    purpose += "\n\nScene:\n{}\n\nStyle:\nflat"
    shots = [purpose.format(i, s, s) for i, s in enumerate(["cover", "thumbs up", "a cat on the counter"])]
    assert len({reading.read(shot, 1).tone for shot in shots}) == 1


def test_a_grid_has_as_many_panels_as_asked_with_white_gutters_between() -> None:
    picture = pixels(paint("A 2x4 grid of panels, gutter 24 px.\nPanel 1: a fox\nPanel 2: a cat", 1536, 1024, seed=1))
    rows, columns = (picture.min(axis=2).min(axis=a) for a in (1, 0))
    assert np.count_nonzero(rows == 255) == pytest.approx(24, abs=2)
    assert np.count_nonzero(columns == 255) == pytest.approx(72, abs=6)


def test_a_transparent_ground_stays_transparent() -> None:
    image = opened(paint("a red mug", 128, 128, seed=1, background="transparent"))
    assert image.mode == "RGBA"
    assert image.getpixel((2, 2)) == (0, 0, 0, 0) or image.getchannel("A").getpixel((2, 2)) == 0


def test_quoted_words_are_lettered_and_other_scripts_do_not_fail() -> None:
    plain = pixels(paint("a poster with a balloon", 256, 256, seed=1))
    for words in ("Sale ends Friday", "金曜日まで", "ينتهي التخفيض"):
        assert np.abs(pixels(paint(f'a "{words}" poster with a balloon', 256, 256, seed=1)) - plain).mean() > 3


def test_an_edit_changes_its_object_and_nothing_else_when_nothing_drifts() -> None:
    base = paint(SHOT.replace("a mug", "a red mug"), 512, 512, seed=3)
    after = repaint("make the mug matte green", base, 512, 512, seed=1, drift="none")
    apart = np.abs(pixels(after) - pixels(base)).max(axis=2) > 12
    assert 0.0005 < apart.mean() < 0.02
    changed = pixels(after)[apart].mean(axis=0)
    assert changed[1] > changed[0]


def test_drift_grows_with_its_level() -> None:
    base = paint("a red fox in the snow", 512, 512, seed=3)
    moved = [
        float(
            np.abs(
                pixels(repaint("add a plant", base, 512, 512, seed=7, drift=level))[:250] - pixels(base)[:250]
            ).mean()
        )
        for level in ("none", "low", "medium", "high", "severe")
    ]
    assert moved[0] < 0.5
    assert moved == sorted(moved)
    assert moved[-1] > 2 * moved[1]


def test_edits_are_understood_even_when_the_picture_was_put_together_anew() -> None:
    base = recomposed(paint("a red mug and a lamp on a table", 512, 512, seed=3))
    assert "easel-scene" not in opened(base).info
    assert "lamp" in shown(repaint("remove the lamp", base, 512, 512, seed=1)).without


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("make it night", "light", "night"),
        ("same composition, as a watercolour", "style", "watercolour"),
        ("let it be autumn", "season", "autumn"),
    ],
)
def test_global_edits_change_the_whole_picture(words: str, field: str, value: str) -> None:
    base = paint("a fox in the park", 256, 256, seed=3)
    after = repaint(words, base, 256, 256, seed=1, drift="none")
    assert getattr(shown(after), field) == value
    assert (np.abs(pixels(after) - pixels(base)).max(axis=2) > 6).mean() > 0.3


def test_chinese_colours_are_understood() -> None:
    base = paint(SHOT, 256, 256, seed=3)
    subjects = shown(repaint("把杯子颜色改成磨砂墨绿色", base, 256, 256, seed=1)).subjects
    assert [s.color for s in subjects if s.kind == "mug"] == ["#24513f"]


def test_a_mask_keeps_the_change_inside_it() -> None:
    base = paint("a fox in the park", 256, 256, seed=3)
    mask = Image.new("RGBA", (256, 256), (0, 0, 0, 255))
    mask.paste((0, 0, 0, 0), (160, 100, 256, 256))
    out = io.BytesIO()
    mask.save(out, "PNG")
    after = repaint("add a plant", base, 256, 256, seed=1, mask=out.getvalue(), drift="none")
    apart = np.abs(pixels(after) - pixels(base)).max(axis=2) > 12
    assert apart[:, 160:].any()
    assert not apart[:, :150].any()


def test_a_picture_that_is_not_ours_is_edited_as_well() -> None:
    out = io.BytesIO()
    opened(paint("two friends in the park", 400, 300, seed=1)).resize((300, 200)).save(out, "JPEG")
    for words in ("add a cat", "remove the lamp", "make it green", "make it night", 'write "Hello"'):
        after = repaint(words, out.getvalue(), 300, 200, seed=1, drift="none")
        assert np.abs(pixels(after)[:170] - pixels(out.getvalue())[:170]).max() > 20
    assert opened(repaint("add a cat", b"no picture", 300, 200, seed=1)).size == (300, 200)
