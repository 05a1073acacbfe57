# demo and test need only Python 3.11+ (with venv), make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUM = $(shell cksum requirements$(1).txt | cut -d' ' -f1)
KILLS ?= 100
SEED ?= 1
DEMO_READY := $(VENV)/.demo-$(call SUM,-demo)
READY := $(VENV)/.dev-$(call SUM,-dev)

.PHONY: demo test faults check bench crowd kill machines run pins clean

demo: $(DEMO_READY)  ## try Easel in the browser: the sandbox with the real bot, no keys needed
	@$(BIN)/python -m tests.sandbox

test: $(READY)  ## all tests but the long ones of `make faults`
	$(BIN)/python -m pytest -q -m "not slow"

faults: $(READY)  ## the long tests: killed, frozen, starved, fed nonsense, every error, the demo in a browser
	$(BIN)/python -m pytest -q -m slow

check: $(READY)  ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## how fast a set is drawn, against the critical path and a plain loop
	$(BIN)/python -m tests.bench

crowd: $(READY)  ## a hundred sets asked for at once: how late the last one is, and how much memory: make crowd SETS=100
	@SETS=$(or $(SETS),100) $(BIN)/python -m tests.bench.crowd

kill: $(READY)  ## kill the bot at random moments and check what is left: make kill KILLS=100 SEED=1 DATABASE=postgres
	@KILLS=$(KILLS) SEED=$(SEED) DATABASE=$(DATABASE) $(BIN)/python -m tests.faults

machines: $(READY)  ## three bots on one PostgreSQL; two are killed and one freezes: make machines SETS=30 SEED=1
	@SETS=$(SETS) SEED=$(SEED) $(BIN)/python -m tests.faults.machines

run: $(DEMO_READY)  ## the bot in a real workspace, with the settings of .env
	@$(BIN)/python -m bot run

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-annotate

pins: $(READY)  ## compile the requirements from pyproject.toml, with hashes
	$(BIN)/pip install --quiet uv
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) --extra demo pyproject.toml -o requirements-demo.txt
	$(COMPILE) --extra demo --extra dev pyproject.toml -o requirements-dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Easel needs Python 3.11 or newer"; exit 1; }
	$(PYTHON) -m venv $(VENV)

INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r

$(DEMO_READY): requirements-demo.txt | $(VENV)/bin/python
	$(INSTALL) $<
	@rm -f $(VENV)/.demo-* && touch $@

$(READY): requirements-dev.txt | $(VENV)/bin/python
	$(INSTALL) $<
	@rm -f $(VENV)/.dev-* && touch $@

clean:
	rm -rf $(VENV) build data
