"""Every parameter of the image endpoints, read as strictly as the real API reads it: unknown names are refused."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.sandbox.knobs import Capabilities
from tests.sandbox.models.catalogue import FIXED_SIZES, IMAGE_MODELS, ImageModel, alive
from tests.sandbox.models.errors import ApiError, invalid_value, missing, model_not_found, unknown_parameter
from tests.sandbox.models.uploads import MASK_BYTES, Sent, check_images, check_overlay

PROMPT_MOST = 32_000
_SHARED = (
    *("prompt", "model", "n", "size", "quality", "background", "output_format", "output_compression", "moderation"),
    *("complexity", "stream", "partial_images", "safety_identifier", "user", "frame_count", "frame_duration_ms", "svg"),
)
ACCEPTED = {"generations": _SHARED, "edits": (*_SHARED, "input_fidelity")}
_CHOICES = {
    "background": ["transparent", "opaque", "auto"],
    "output_format": ["png", "webp", "jpeg", "gif", "svg"],
    "moderation": ["low", "auto"],
    "complexity": ["low", "medium", "high"],
    "input_fidelity": ["high", "low"],
}
_RANGES = {"n": (1, 10), "output_compression": (0, 100), "partial_images": (0, 3)}


@dataclass(frozen=True)
class ImageRequest:
    """A request that passed; `quality` and `size` are what the picture will have, `auto` already decided."""

    endpoint: str
    prompt: str
    model_name: str
    model: ImageModel
    n: int
    size: tuple[int, int]
    quality: str
    background: str
    output_format: str
    output_compression: int
    input_fidelity: str
    stream: bool
    partial_images: int
    safety_identifier: str | None
    sent: Sent


def read(endpoint: str, sent: Sent, can: Capabilities, today: date) -> ImageRequest:
    """The request, or the ApiError that the real server would answer."""
    given = {name: value for name, value in sent.fields.items() if value is not None}
    _check_names(endpoint, given, sent, can)
    name, model = _model(given, today)
    prompt = _prompt(given)
    values = {name: _choice(given, name, allowed) for name, allowed in _CHOICES.items()}
    numbers = {name: _integer(given, name, *ends) for name, ends in _RANGES.items()}
    if endpoint == "edits":
        _check_files(sent, model, can)
    stream = _boolean(given, "stream")
    request = ImageRequest(
        endpoint=endpoint,
        prompt=prompt,
        model_name=name,
        model=model,
        n=numbers["n"] or 1,
        size=_size(given, model, sent),
        quality=_quality(given, model, can),
        background="transparent" if values["background"] == "transparent" else "opaque",
        output_format=values["output_format"] or "png",
        output_compression=100 if numbers["output_compression"] is None else numbers["output_compression"],
        input_fidelity=values["input_fidelity"] or "low",
        stream=stream,
        partial_images=numbers["partial_images"] or 0,
        safety_identifier=_identifier(given),
        sent=sent,
    )
    _check_together(request, values, can)
    return request


def _check_names(endpoint: str, given: dict[str, Any], sent: Sent, can: Capabilities) -> None:
    lacking = [name for name, has in (("quality", can.quality), ("mask", can.mask)) if not has]
    lacking += [] if can.stream else ["stream", "partial_images"]
    for name in (*given, *(["mask"] if sent.mask else [])):
        if name in lacking or (name != "mask" and name not in ACCEPTED[endpoint]):
            raise unknown_parameter(name)


def _model(given: dict[str, Any], today: date) -> tuple[str, ImageModel]:
    name = given.get("model")
    if name is None:
        raise missing("model")
    model = IMAGE_MODELS.get(name) if isinstance(name, str) else None
    if model is None or not alive(model.shutdown, today):
        raise model_not_found(str(name))
    return str(name), model


def _prompt(given: dict[str, Any]) -> str:
    prompt = given.get("prompt")
    if prompt is None or prompt == "":
        raise missing("prompt")
    if not isinstance(prompt, str):
        raise _wrong_type("prompt", "a string", prompt)
    if len(prompt) > PROMPT_MOST:
        expected = f"Expected a string with maximum length {PROMPT_MOST}, but got a string with length {len(prompt)}"
        message = f"Invalid 'prompt': string too long. {expected} instead."
        raise ApiError(400, message, "string_above_max_length", param="prompt")
    return prompt


def _choice(given: dict[str, Any], name: str, allowed: list[str]) -> str | None:
    value = given.get(name)
    if value is not None and value not in allowed:
        raise invalid_value(name, value, allowed)
    return value


def _integer(given: dict[str, Any], name: str, least: int, most: int) -> int | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_type(name, "an integer", value)
    if not least <= value <= most:
        side, sign, end = ("below minimum", ">=", least) if value < least else ("above maximum", "<=", most)
        message = f"Invalid '{name}': integer {side} value. Expected a value {sign} {end}, but got {value} instead."
        raise ApiError(400, message, f"integer_{side.replace('imum', '').replace(' ', '_')}_value", param=name)
    return value


def _boolean(given: dict[str, Any], name: str) -> bool:
    value = given.get(name, False)
    if isinstance(value, bool):
        return value
    raise _wrong_type(name, "a boolean", value)


def _identifier(given: dict[str, Any]) -> str | None:
    value = given.get("safety_identifier") or given.get("user")
    if value is not None and (not isinstance(value, str) or len(value) > 128):
        message = "Invalid 'safety_identifier': expected a string with maximum length 128."
        raise ApiError(400, message, "string_above_max_length", param="safety_identifier")
    return value


def _quality(given: dict[str, Any], model: ImageModel, can: Capabilities) -> str:
    quality = given.get("quality", "auto")
    if quality not in (*model.qualities, "auto"):
        raise invalid_value("quality", quality, [*model.qualities, "auto"])
    if quality == "auto":  # dear, as the real choice can be; a server without qualities draws its one kind
        return "high" if can.quality else "medium"
    return str(quality)


def _size(given: dict[str, Any], model: ImageModel, sent: Sent) -> tuple[int, int]:
    size = given.get("size", "auto")
    if size == "auto":
        return _auto_size(sent)
    if not model.is_flexible:
        if size not in FIXED_SIZES:
            raise invalid_value("size", size, [*FIXED_SIZES, "auto"])
    elif said := _size_problem(size):
        raise ApiError(400, f"Invalid size '{size}'. {said}", "invalid_value", param="size")
    width, _, height = str(size).partition("x")
    return int(width), int(height)


def _auto_size(sent: Sent) -> tuple[int, int]:
    width, height = (sent.images[0].size if sent.images else None) or (1, 1)
    if width * 5 > height * 6:
        return 1536, 1024
    return (1024, 1536) if height * 5 > width * 6 else (1024, 1024)


def _size_problem(size: Any) -> str | None:
    parts = size.split("x") if isinstance(size, str) else []
    if len(parts) != 2 or not all(part.isascii() and part.isdecimal() and len(part) < 6 for part in parts):
        return "Sizes are 'auto' or WIDTHxHEIGHT."
    width, height = map(int, parts)
    rules = (
        (width % 16 or height % 16, "Width and height must both be divisible by 16."),
        (max(width, height) > 3840, "The longest edge must not be above 3840 pixels."),
        (max(width, height) > 3 * min(width, height), "The aspect ratio must be between 1:3 and 3:1."),
        (width * height < 655_360, "The size must have at least 655360 pixels."),
        (width * height > 8_294_400, "The size must have at most 8294400 pixels."),
    )
    return next((said for broken, said in rules if broken), None)


def _check_files(sent: Sent, model: ImageModel, can: Capabilities) -> None:
    check_images(sent.images, can.references)
    if sent.mask and sent.markup:
        raise ApiError(400, "'markup' cannot be combined with 'mask'.", "invalid_value", param="markup")
    if sent.markup and model.family not in ("gpt-image-2.5", "gpt-image-2.6"):
        raise ApiError(400, "This model does not support 'markup'.", "unsupported_parameter", param="markup")
    for name, overlay in (("mask", sent.mask), ("markup", sent.markup)):
        if overlay:
            check_overlay(overlay, name, sent.images[0], MASK_BYTES)


def _check_together(request: ImageRequest, values: dict[str, str | None], can: Capabilities) -> None:
    """Parameters that are right alone and wrong together, or wrong for this model or server."""
    form, fidelity, family = request.output_format, values["input_fidelity"], request.model.family
    given = request.sent.fields
    if request.n > 1 and not can.n:
        raise unknown_parameter("n")
    rules: tuple[tuple[Any, str, str], ...] = (
        (form in ("gif", "svg"), "output_format", f"'{form}' output needs preview access, which this project lacks."),
        (given.get("frame_count"), "frame_count", "'frame_count' is only supported with gif output."),
        (given.get("frame_duration_ms"), "frame_duration_ms", "'frame_duration_ms' is only supported with gif output."),
        (given.get("svg"), "svg", "'svg' is only supported with svg output."),
        (
            request.background == "transparent" and form == "jpeg",
            "background",
            "Transparency needs png or webp output.",
        ),
        (
            request.output_compression < 100 and form == "png",
            "output_compression",
            "Compression less than 100 is not supported for PNG output format.",
        ),
        (request.partial_images and not request.stream, "partial_images", "'partial_images' needs stream=true."),
        (request.n > 1 and request.stream, "n", "Streaming is only supported with n=1."),
        (fidelity and request.model.is_flexible, "input_fidelity", "This model does not support 'input_fidelity'."),
        (
            fidelity == "high" and family == "gpt-image-1-mini",
            "input_fidelity",
            "This model does not support 'high' input_fidelity.",
        ),
        (values["complexity"] and not request.model.is_flexible, "complexity", "This model has no 'complexity'."),
    )
    for broken, param, message in rules:
        if broken:
            raise ApiError(400, message, "invalid_value", param=param)


def _wrong_type(name: str, expected: str, value: Any) -> ApiError:
    message = f"Invalid type for '{name}': expected {expected}, but got {value!r} instead."
    return ApiError(400, message, "invalid_type", param=name)
