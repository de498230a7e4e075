# Everything a developer does here, by name. `make` alone lists it.
#
# All that is needed is make and a Python of at least 3.11: the first target that needs packages makes .venv and
# installs the locked ones into it, hash-checked. Nothing is installed outside this folder, except by `make test-full`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
FLOORS := states db workflow tui
# Tests of the screens wait as long as they work: two workers more than there are processors keep all of them busy.
WORKERS ?= $$(( $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 2 ))
# What is compiled is kept: every worker would compile the tests again.
TESTS = env -u PYTHONDONTWRITEBYTECODE $(PY) -m pytest -q -n $(WORKERS) --dist loadgroup
READY := $(VENV)/.ready
# Debian's packages that only the heavy tests need, each with the program that shows it is there.
DEBIAN_PACKAGES := poppler-utils
DEBIAN_PROGRAMS := pdftotext

# A .venv made for another folder (this one was moved or copied) is no good here.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

.PHONY: help demo test test-full check fix docs bench fuzz lock clean debian compiled

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | while IFS= read -r line; do \
	  printf '  make %-10s %s\n' "$${line%%:*}" "$${line##*## }"; done

demo: compiled  ## the worked example; on a terminal it opens
	@$(BIN)/matters demo

test: compiled  ## every test but the heavy ones, in parallel; no more than five minutes
	@$(TESTS) -m "not heavy" $(ARGS)

test-full: compiled debian  ## every test, also those that are long or need Debian's packages
	@$(TESTS) -m "heavy or not heavy" $(ARGS)

check: compiled  ## style, types, the floors, and that the generated pages are fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) -m workflow.almanac --check states/england.py
	$(PY) -m workflow.handbook --check docs
	$(PY) -m tui.keys --check docs/keys.md

fix: $(READY)  ## put right what can be put right by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: compiled  ## write the pages made from the code again, and the table of bank holidays
	$(PY) -m workflow.almanac states/england.py
	$(PY) -m workflow.handbook docs
	$(PY) -m tui.keys docs/keys.md

bench: compiled  ## the speeds, as ratios to a floor measured in the same run
	$(PY) tests/bench/run.py $(ARGS)

fuzz: compiled  ## papers that break their reader, looked for ten minutes (ARGS="3600 FOUND" for longer, kept there)
	$(PY) tests/faults/fuzz_papers.py $(or $(ARGS),600)

# Hashes are those of every file that is published, for all platforms, whatever this machine's pip would choose.
lock: $(READY)  ## choose the packages anew and write requirements.lock (ARGS="--upgrade" takes the newest)
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" \
	  $(BIN)/pip-compile --quiet --all-extras --strip-extras --allow-unsafe --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --annotation-style=line \
	  $(ARGS) --output-file=requirements.lock pyproject.toml

clean:  ## remove everything that was made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .demo build dist *.egg-info
	find $(FLOORS) tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The machine may forbid Python to keep compiled files; uncompiled, every command takes three times as long.
compiled: $(READY)
	@env -u PYTHONDONTWRITEBYTECODE $(PY) -m compileall -q $(FLOORS)

$(READY): requirements.lock pyproject.toml
	@if [ "$$(cat $@ 2>/dev/null || echo "$(CURDIR)")" != "$(CURDIR)" ] \
	  || ! $(PY) -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  for candidate in python3.11 python3.12 python3.13 python3 python none; do \
	    $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	  done; \
	  if [ $$candidate = none ]; then \
	    echo "Matters Arising needs Python 3.11 or newer, and none was found. Install it, then repeat this." >&2; exit 1; fi; \
	  if ! $$candidate -c 'import venv, ensurepip' 2>/dev/null; then \
	    echo "$$candidate cannot make environments. On Debian and Ubuntu, install python3-venv, then repeat this." >&2; \
	    exit 1; fi; \
	  echo "Making $(VENV) with $$candidate …"; \
	  $$candidate -m venv --clear $(VENV); \
	fi
	@echo "Installing the locked packages into $(VENV) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@env -u PYTHONDONTWRITEBYTECODE $(PY) -m compileall -qq -j 0 $(VENV)/lib $(FLOORS) || true
	@printf '%s\n' "$(CURDIR)" > $@

debian:
	@missing=; for program in $(DEBIAN_PROGRAMS); do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing $(DEBIAN_PACKAGES) from Debian's packages …"; \
	  apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN_PACKAGES) >/dev/null; \
	else \
	  echo "The heavy tests need$$missing. Install them (Debian: sudo apt-get install $(DEBIAN_PACKAGES)), then repeat this." >&2; \
	  exit 1; \
	fi
