// What an input holds: Slack's own state values, from an element's initial_* and back to plain values.

const SINGLE = {
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  rich_text_input: ["rich_text_value", "initial_value"],
};
const MANY = {
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  checkboxes: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  file_input: ["files", "initial_files"],
};

export const isMany = (type) => type in MANY;
export const holdsOptions = (type) => /static_select|external_select|radio_buttons|checkboxes/.test(type);
export const fieldOf = (type) => (SINGLE[type] ?? MANY[type] ?? ["value", "initial_value"])[0];

export function initialState(element) {
  const [field, initial] = SINGLE[element.type] ?? MANY[element.type] ?? ["value", "initial_value"];
  return { type: element.type, [field]: element[initial] ?? (isMany(element.type) ? [] : null) };
}

export const stateOf = (element, value) => ({ type: element.type, [fieldOf(element.type)]: value });
export const heldBy = (state) => state?.[fieldOf(state.type)] ?? (isMany(state?.type) ? [] : null);

/** The plain value of a state: an option's value, a list of them, an id, a date, a text. */
export function plain(state) {
  const held = heldBy(state);
  if (Array.isArray(held)) return held.map((item) => item.value ?? item.id ?? item);
  return held && typeof held === "object" && "value" in held ? held.value : held;
}
