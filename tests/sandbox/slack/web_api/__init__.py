"""Slack's Web API, a file per family of methods; `app` reads, checks, journals and answers every call."""
