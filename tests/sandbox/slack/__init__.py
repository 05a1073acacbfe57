"""Slack's side of the wire, as strict as the real one, so that a bot which passes here passes there.

`workspace` is the state (people, channels, messages), `files` and `views` the rest of it; `web_api/` answers calls,
`delivery` carries events and interactions to the bot (by `socket_mode` or `signed_http`), and `commands`, `actions`,
`submissions` and `shortcuts` are what people do. `platform` joins them.
"""
