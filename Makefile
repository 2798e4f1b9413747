# Routewijzer Meldcode. `make help` lists what can be asked. On a machine with only python3 and make,
# `make run` and `make test` first set everything up.

PYTHON ?= python3
PY := .venv/bin/python
# Tests draw on a screen in memory; a window that flashes by would take the keyboard.
OFFSCREEN := QT_QPA_PLATFORM=offscreen
ARGS ?=
ROUNDS ?= 20

.DEFAULT_GOAL := help
.PHONY: help setup run test core slow soak check bench package lock pictures

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## make .venv with everything in it (nothing to do: done at once)
	@PYTHON=$(PYTHON) bash tools/setup.sh

run: setup  ## start the app; without a screen: an example case along the same path
	@bash tools/run.sh

test: setup  ## the proof of the rules and all tests but the slow ones (ARGS="-k advice" for a few)
	$(PY) -m routewijzer rules check
	$(OFFSCREEN) $(PY) -m pytest -m "not slow and not soak" -n 2 --dist worksteal -o faulthandler_timeout=300 $(ARGS)

core: setup  ## the tests outside the window, in an environment without Qt
	bash tools/core.sh $(ARGS)

slow: setup  ## the slow tests: wrong rules, wheel and frozen build, another rule engine (node), large random runs
	$(PY) -m routewijzer rules check --mutants
	$(OFFSCREEN) $(PY) -m pytest -m slow $(ARGS)

soak: setup  ## property tests and soak tests with new seeds, ROUNDS=20 times
	@for round in $$(seq $(ROUNDS)); do \
	    seed=$$(od -An -N4 -tu4 /dev/urandom | tr -d ' '); echo "round $$round of $(ROUNDS), seed $$seed"; \
	    $(OFFSCREEN) $(PY) -m pytest -q -m "hypothesis or soak" -n 2 --hypothesis-profile=new --hypothesis-seed=$$seed $(ARGS) || exit 1; \
	done

check: setup  ## format, lint, types, floors, then the tests
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(MAKE) test

bench: setup  ## measure: cases a second, another rule engine, the proof, the start, a PDF, the log
	$(OFFSCREEN) $(PY) -m bench.run $(ARGS)

package: setup  ## a wheel and a frozen folder in dist/, both started once
	bash packaging/build.sh

lock: setup  ## make both locks anew from pyproject.toml
	bash tools/lock.sh

pictures: setup  ## draw the pictures of docs/pictures anew
	$(OFFSCREEN) $(PY) tools/pictures.py
