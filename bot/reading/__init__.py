"""Words -> requests and plans, pure. `grammar` reads what people type, `planner` finds the shots, both by rules."""

from bot.reading.forms import parse_form
from bot.reading.grammar import Defaults, parse, parse_single
from bot.reading.planner import plan

__all__ = ["Defaults", "parse", "parse_form", "parse_single", "plan"]
