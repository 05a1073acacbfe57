"""Benchmarks: the real bot as a child process against the sandbox, on this machine, in one run (make bench).

drawing          a set of 8: how near its wall time comes to the critical path, and what a plain loop takes
plain            that loop: the same calls one after the other with the openai library
crowd            a hundred sets at once: how late the last one is, and how much memory (make crowd)
acknowledgement  many commands a second: how long until Slack hears that they were accepted
lock             the pixel lock: ten edits in a row, its decisions, and its time (python -m tests.bench.lock)
studio           pictures painted beforehand, so that the painter's work does not count as the bot's

They print ratios and are no tests: numbers of a busy machine say little. BENCH_RUNS, BENCH_LATENCY, BENCH_PAINT=live.
"""
