"""What a person has filled in: Slack's `state.values`, from initial values, plain words or Slack's own form."""

from typing import Any

from tests.sandbox.slack.blocks import Element, elements

# element type -> (key in state.values, key of its initial value in the element)
STATE = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", ""),
}
LISTS = frozenset({"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"})
Values = dict[str, dict[str, dict[str, Any]]]


def initial_entry(element: Element) -> dict[str, Any]:
    key, initial = STATE[element.type]
    empty: Any = [] if key in LISTS else None
    return {"type": element.type, key: element.body.get(initial, empty)}


def kept_state(blocks: list[Any], old: Values) -> Values:
    """The state of new blocks: what was filled in before under the same ids and type, else the initial values."""
    values: Values = {}
    for element in elements(blocks):
        if element.type not in STATE:
            continue
        before = old.get(element.block_id, {}).get(element.action_id)
        kept = before if before and before["type"] == element.type else initial_entry(element)
        values.setdefault(element.block_id, {})[element.action_id] = kept
    return values


def entry_for(element: Element, given: Any) -> dict[str, Any]:
    """One entry of `state.values` from a plain value (an option by its value or text), or from Slack's own entry.

    Raises ValueError with a sentence when the element cannot take the value.
    """
    if element.type not in STATE:
        raise ValueError(f"'{element.action_id}' is a {element.type}: it holds no value.")
    key, _ = STATE[element.type]
    if isinstance(given, dict) and key in given:
        given = given[key]
    if key in LISTS:
        many = given if isinstance(given, list) else [] if given in (None, "") else [given]
        taken = [option_of(element, one) for one in many] if key == "selected_options" else many
        return {"type": element.type, key: taken}
    if given in (None, "", []):
        return {"type": element.type, key: None}
    return {"type": element.type, key: _single(element, key, given)}


def _single(element: Element, key: str, given: Any) -> Any:
    if isinstance(given, list) and len(given) == 1:
        given = given[0]
    if key == "selected_option":
        return option_of(element, given)
    if key == "selected_date_time":
        return int(given)
    return given if key == "rich_text_value" else str(given)


def options_of(element: Element) -> list[dict[str, Any]]:
    groups = element.body.get("option_groups", [])
    return [*element.body.get("options", []), *(option for group in groups for option in group["options"])]


def option_of(element: Element, given: Any) -> dict[str, Any]:
    wanted = given.get("value") if isinstance(given, dict) else str(given)
    for option in options_of(element):
        if wanted in (option.get("value"), option["text"]["text"]):
            return {k: option[k] for k in ("text", "value", "description") if k in option}
    if element.type in ("external_select", "multi_external_select"):
        return given if isinstance(given, dict) else {"text": {"type": "plain_text", "text": wanted}, "value": wanted}
    offered = ", ".join(str(option.get("value")) for option in options_of(element))
    raise ValueError(f"'{wanted}' is no option of '{element.action_id}'. Options: {offered}.")


def value_in(entry: dict[str, Any]) -> Any:
    return entry.get(STATE[entry["type"]][0])


def select_action(element: Element, entry: dict[str, Any]) -> dict[str, Any]:
    """The part of a block_actions payload that says what was chosen, and what was chosen at first."""
    _, initial = STATE[element.type]
    first = {initial: element.body[initial]} if initial in element.body else {}
    return {**entry, **first}
