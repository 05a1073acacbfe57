"""The shots that an art director would think of for any brief, as data: what is seen, from where, how near.

Camera words come with every one, as image models turn shots without them into medium portraits. `{who}` is the cast or
the main subject; the phrases have no finite verb, so that one name and several read equally well.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Beat:
    """`title` is short enough for a button; beats of lower `rank` are chosen first, and shown in the list's order."""

    title: str
    scene: str
    rank: int


BEATS = (
    Beat(
        "Cover",
        "{who} front and centre, full figure, facing the camera with an open expression. Medium-long shot at eye "
        "level, symmetrical, the upper third left calm and empty for a headline.",
        1,
    ),
    Beat(
        "Wide view",
        "the whole place at a glance, {who} small within it, in the lower third. Extreme long shot from a raised "
        "position, deep focus, foreground, middle distance and horizon clearly layered.",
        3,
    ),
    Beat(
        "Arrival",
        "{who} just arriving, one step inside the scene, looking ahead. Long shot at eye level, three-quarter view, "
        "leading lines running toward the place ahead.",
        8,
    ),
    Beat(
        "In action",
        "{who} in the middle of the decisive action, body weight shifted, both hands busy or limbs in motion. Medium "
        "shot from a slightly low angle, diagonal composition, the moment just before it succeeds.",
        2,
    ),
    Beat(
        "Over the shoulder",
        "seen past the near shoulder of {who}, out of focus at the left edge, toward what the attention is on. Medium "
        "shot at eye level, sharp focus on the far thing.",
        10,
    ),
    Beat(
        "Close-up",
        "{who} filling the frame, every distinguishing feature clear, gaze just past the lens. Close-up at eye level, "
        "soft side light, background reduced to a few blurred shapes.",
        4,
    ),
    Beat(
        "Detail",
        "the one object or part that tells the story, held by or next to {who}, nothing else in focus. Extreme "
        "close-up from slightly above, raking light, texture of the material visible.",
        6,
    ),
    Beat(
        "Reaction",
        "{who} reacting to what has just happened, surprise turning into delight, posture open. Medium close-up from "
        "a slightly low angle, off-centre, looking into the empty side of the frame.",
        7,
    ),
    Beat(
        "From above",
        "{who} and everything around laid out like a map. Bird's-eye view straight down, strong shapes and long "
        "shadows, {who} off-centre on a crossing of lines.",
        9,
    ),
    Beat(
        "From behind",
        "{who} seen from behind, facing what lies ahead, the view opening up beyond. Long shot at eye level, centred "
        "figure, horizon on the upper third.",
        11,
    ),
    Beat(
        "Together",
        "{who} among others who belong to the scene, close to each other, sharing one moment, attention meeting in "
        "the middle. Medium-long group shot at eye level, figures in a loose triangle.",
        12,
    ),
    Beat(
        "Low angle",
        "{who} towering against open sky or ceiling, upright and sure. Full shot from knee height looking up, strong "
        "verticals, low horizon.",
        13,
    ),
    Beat(
        "In profile",
        "{who} in strict profile, moving or looking from left to right, much room ahead. Medium shot at right angles "
        "to the camera, plain background, rim light along the outline.",
        14,
    ),
    Beat(
        "Through a frame",
        "{who} seen through an opening in the foreground, a doorway, window or gap that belongs to the place. Long "
        "shot at eye level, dark frame on three sides, bright centre.",
        15,
    ),
    Beat(
        "Reflection",
        "{who} and the reflection in a surface that belongs to the scene, the reflection taking the larger half. "
        "Medium shot, camera low beside the surface, horizontal mirror line.",
        16,
    ),
    Beat(
        "At speed",
        "{who} rushing past, background drawn out into horizontal streaks, outline crisp. Tracking shot at hip "
        "height, subject on the left third, room in front.",
        17,
    ),
    Beat(
        "Silhouette",
        "{who} as a clear dark outline against the brightest part of the scene, pose readable at a glance. Long shot "
        "straight into the light, low camera, three tones only.",
        18,
    ),
    Beat(
        "The place",
        "the place itself a moment before {who} comes in, signs of use everywhere, nobody in sight. Wide interior or "
        "landscape shot at eye level, one-point perspective.",
        19,
    ),
    Beat(
        "Still life",
        "four or five objects that belong to {who}, arranged on one surface with clear gaps. Top-down shot, even soft "
        "light, aligned to the frame.",
        20,
    ),
    Beat(
        "Preparation",
        "{who} getting ready, concentrated, tools within reach, hands at work. Medium shot from three-quarters above, "
        "work surface filling the lower half.",
        21,
    ),
    Beat(
        "A pause",
        "{who} resting between two efforts, shoulders down, looking at nothing in particular. Medium-long shot at "
        "seated eye level, subject at the right edge, quiet space on the left.",
        22,
    ),
    Beat(
        "Looking back",
        "{who} already on the way out, turning the head back over one shoulder with a smile. Medium-long shot from "
        "behind at shoulder height, path continuing ahead.",
        23,
    ),
    Beat(
        "Celebration",
        "{who} at the peak of the joy, arms or posture thrown wide, loose things in the air. Full shot from a low "
        "angle, radial composition.",
        24,
    ),
    Beat(
        "Quiet end",
        "everything done, {who} at rest in the last light, the scene calm and tidy. Long shot from far off, figure "
        "small, two thirds of the picture empty, low warm light.",
        5,
    ),
)

# A set with more shots than beats goes round again at another hour, so that no two shots are the same.
HOURS = (
    ("", ""),
    ("at dawn", "First light, long blue shadows, mist close to the ground."),
    ("at noon", "High clear light, short shadows, the place at its busiest."),
    ("at golden hour", "Low warm light from the side, long shadows, glowing edges."),
    ("at night", "Night, pools of artificial light, deep but readable shadows."),
)

# For listed shots: what the words ask of the camera. The first list whose word stands in the shot decides.
CAMERAS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("cover", "title", "hero", "key visual", "opener", "poster"),
        (
            "Medium-long shot at eye level, full figure front and centre, the upper third left calm and empty for a "
            "headline.",
        ),
    ),
    (
        ("thumbs", "smile", "smiles", "smiling", "laugh", "laughs", "laughing", "face", "portrait", "wink", "winks"),
        (
            "Medium close-up at eye level, head, shoulders and hands in the frame, gaze into the lens, plain blurred "
            "background.",
            "Close-up from slightly below, face filling two thirds of the frame, soft side light.",
        ),
    ),
    (
        ("hand", "hands", "detail", "logo", "label", "cup", "mug", "product", "screen"),
        (
            "Extreme close-up from slightly above, the object sharp and large, raking light, everything else blurred.",
            "Close shot at table height, the object on the left third, texture clearly visible.",
        ),
    ),
    (
        ("city", "street", "skyline", "landscape", "mountain", "sea", "beach", "forest", "outside", "view", "crowd"),
        (
            "Extreme long shot from a raised position, deep focus, the figure small but readable in the lower third.",
            "Long shot at eye level, leading lines into the depth, horizon on the upper third.",
        ),
    ),
    (
        ("team", "group", "together", "friends", "everyone", "family", "party", "audience"),
        (
            "Medium-long group shot at eye level, figures in a loose triangle, every face visible.",
            "Wide shot from slightly above, the group in a half circle open to the camera.",
        ),
    ),
    (
        ("end", "goodbye", "leaving", "leaves", "closing", "night", "sunset", "asleep"),
        ("Long shot from behind at shoulder height, figure small, low light, two thirds of the picture quiet.",),
    ),
    (
        (),
        (
            "Medium shot at eye level, three-quarter view, hands and what they work on both visible.",
            "Medium-long shot from a slightly low angle, diagonal composition, whole body and surroundings readable.",
            "Wide shot at eye level, subject on the left third, the place clearly recognisable around it.",
            "Medium close-up from the side, subject on the right third, looking into the open half of the frame.",
            "High-angle shot looking down at forty-five degrees, clear shapes, subject off-centre.",
            "Over-the-shoulder shot, near shoulder blurred at the edge, sharp focus on what the attention is on.",
            "Full shot from knee height, strong verticals, low horizon.",
        ),
    ),
)

# Shots that already speak of the camera are left alone.
CAMERA_WORDS = (
    "close-up",
    "close up",
    "closeup",
    "wide shot",
    "wide-angle",
    "wide angle",
    "long shot",
    "medium shot",
    "full shot",
    "from above",
    "from below",
    "from behind",
    "bird's",
    "bird’s",
    "aerial",
    "overhead",
    "top-down",
    "low angle",
    "low-angle",
    "high angle",
    "high-angle",
    "eye level",
    "over the shoulder",
    "over-the-shoulder",
    "macro",
    "fisheye",
    "side view",
    "front view",
    "silhouette",
    "profile",
)
