"""Easel's head: what to draw, for whom, at what price. `handlers` speaks Slack, `storage` remembers.

Imports point down only (contracts in pyproject.toml, tested in tests/test_structure.py):

    bot.app  (bot.__main__ on top of it)        everything is built and joined here
    handlers                                    Slack in, one call; views out
    bot.sessions, bot.sets, bot.cast            what a person can do
    bot.workflows                               the durable work; the only home of the engine
    storage, bot.providers                      what is remembered; the paid models
    bot.reading, bot.prompts, bot.pictures, bot.money     pure rules
    bot.errors, bot.settings, on bot.domain      the errors and settings, and the nouns

Start at `bot/app.py`, then `handlers/__init__.py` (the list of features), then `bot/workflows/`.
"""
