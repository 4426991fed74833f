# Two commands: `make run` shows the sample's news, `make test` checks everything. Both set up what they need.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
INPUT  ?= sample
PORT   ?= 8800
ARCHIVE ?= .letopis
PYTEST ?=

.DEFAULT_GOAL := help
.PHONY: help run test check bench clean

help:            ## say what there is
	@grep -E '^[a-z]+: .*##|^[a-z]+:  *##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(VENV)/.run: pyproject.toml constraints.txt
	@PYTHON="$(PYTHON)" sh scripts/setup run

$(VENV)/.dev: pyproject.toml constraints.txt
	@PYTHON="$(PYTHON)" sh scripts/setup dev

run: $(VENV)/.run  ## read the sample (or INPUT=…) into an archive and open the portal
	@$(BIN)/letopis add --archive "$(ARCHIVE)" $(INPUT)
	@$(BIN)/letopis stories --archive "$(ARCHIVE)"
	@$(BIN)/letopis serve --archive "$(ARCHIVE)" --port "$(PORT)"

test: check      ## every check and every test, the browser's included
	@sh scripts/browser
	@$(BIN)/pytest $(PYTEST)

check: $(VENV)/.dev ## ruff, mypy, import-linter
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev ## measure quality and speed against the peers (DATA=../shared/data)
	@$(BIN)/python -m benchmarks.run "$(or $(DATA),../shared/data)"

clean:           ## remove what was built, the sample archive included
	@rm -rf $(VENV) .letopis .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache screenshots dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
