# Everything works from a fresh clone with Python 3.11 or newer and make:
#
#   make run     open the screens on your own notebook   (ARGS="demo" for a sample)
#   make test    run the tests                           (ARGS="tests/cli -x" for some)
#   make check   lint, format and types
#   make bench   measure what the design budgets
#   make man     write man/convonote.1 anew from the verbs and the keys
#   make clean   remove the environment and what tools left behind

SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip -qq --disable-pip-version-check --no-input
# Stamps say what was installed; each is made again when pyproject.toml changes.
RUNS := $(VENV)/.runs
DEVELOPS := $(VENV)/.develops

# An environment whose Python has gone (an upgrade, a moved folder) is made again, stamps and all.
ifeq ($(shell test -x $(PYTHON) && echo whole),)
$(shell rm -rf $(VENV))
endif

.PHONY: run test check bench man clean

run: $(RUNS)
	@exec $(PYTHON) -m convonote $(ARGS)

test: $(DEVELOPS)
	@$(PYTHON) -m pytest $(ARGS)

check: $(DEVELOPS)
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

bench: $(DEVELOPS)
	@$(PYTHON) -m bench $(ARGS)

man: $(RUNS)
	@$(PYTHON) -m convonote.cli.man_page > man/convonote.1

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNS): pyproject.toml | $(PYTHON)
	@echo "Installing convonote in $(VENV) ..." >&2
	@$(PIP) install -e .
	@touch $@

$(DEVELOPS): pyproject.toml | $(PYTHON)
	@echo "Installing convonote and the tools of its developers in $(VENV) ..." >&2
	@$(PIP) install -e '.[dev]'
	@touch $@ $(RUNS)

# The newest Python that can make an environment; one that is too old or lacks a part is passed over.
$(PYTHON):
	@lacking=; \
	for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    if $$python -c 'import ensurepip, sqlite3, venv' 2>/dev/null; then \
	        exec $$python -m venv $(VENV); \
	    fi; \
	    lacking=$$python; \
	done; \
	if [ -n "$$lacking" ]; then \
	    echo "$$lacking lacks its venv, ensurepip or sqlite3 module: install it (Debian, Ubuntu: apt install $$lacking-venv) and run make again." >&2; \
	else \
	    echo "No Python 3.11 or newer is here: install one and run make again." >&2; \
	fi; \
	exit 1
