"""Faults from outside: the real bot as a child process is killed with -9 at seeded moments, and started again.

child     the bot's process: start, kill, start again on the same data
people    what ana does, by the sandbox's control calls
moments   when to kill: after a call of the image API has ended, after a message was posted, at any time …
acts      a set, a character's photos, a plan, a redo, a cancel: begun, disturbed, brought to their end
witness   looks at Slack, at the ledger and at the image API's bill, and says what does not fit
studio    draws pictures of a real size quickly: these tests are about calls, not about art

`python -m tests.faults` (make kill) is the long form, test_kill.py the short one.
"""
