# Everything runs from .venv, which is made on first use; `make decks` and `make test` need Python 3.11+ and make only.
.PHONY: decks test check fix golden bench
PYTHON ?= python3
FOLDER ?= content
BIN := .venv/bin

decks: .venv/ready
	$(BIN)/cardsmith build
	$(BIN)/cardsmith quiz

test: .venv/ready
	$(BIN)/pytest

check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: .venv/ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: .venv/ready
	CARDSMITH_GOLDEN=1 $(BIN)/pytest -q

bench: .venv/ready
	$(BIN)/python tools/bench.py $(FOLDER)

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
