# One command a task. `make demo` and `make test` set everything up from nothing but Python 3.11+, pip and make.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
RECORD ?= build/demo.sqlite

.PHONY: demo test test-slow check format lint types evals evals-all bench clean

demo: $(READY)
	@mkdir -p $(dir $(RECORD))
	@rm -f $(RECORD) $(RECORD)-shm $(RECORD)-wal
	$(BIN)/tellings build examples/pages -o $(RECORD) --format table
	$(BIN)/tellings show $(RECORD) stories --format table
	$(BIN)/tellings show $(RECORD) events --format table
	$(BIN)/tellings show $(RECORD) quotes --format table

test: $(READY)
	$(BIN)/python -m pytest -n auto

# What takes minutes: builds killed at random, and a cluster of real processes where `.[cluster]` is installed.
test-slow: $(READY)
	$(BIN)/python -m pytest -m slow

# Everything that must hold before a change lands.
check: format lint types test evals

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

# The quick evals against their pinned floors, on the project's own pages.
evals: $(READY)
	$(BIN)/python -m evals.gate

# The labelled sets beside the project too, where they are present: some minutes.
evals-all: $(READY)
	$(BIN)/python -m evals.gate --all

bench: $(READY)
	$(BIN)/python -m bench.stages

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $(READY)

clean:
	rm -rf build $(VENV)
