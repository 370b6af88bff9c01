# Everything that is done with this repository. `make` alone lists it.
#
# A virtual environment grows in .venv as far as a command needs it; a stamp file records each step, so
# that nothing is installed twice. Packages come from wherever pip is set up to fetch them.

PYTHON ?= python3
DOCUMENTS ?=
SUBJECTS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
# pip compiles what it copies, and an editable package is not copied. Where Python may write no bytecode
# (PYTHONDONTWRITEBYTECODE), every command would compile it anew.
COMPILE := $(BIN)/python -m compileall -q claimcheck
# For the same reason: without bytecode each process of a run of the tests rewrites and compiles all of them.
KEEP_BYTECODE := PYTHONDONTWRITEBYTECODE=
SOURCES := $(wildcard claimcheck/*.py claimcheck/*/*.py claimcheck/*/*/*.py claimcheck/data/*)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

.PHONY: help
help: ## list the targets
	@echo 'make TARGET [PYTHON=python3.12] [DOCUMENTS=FOLDER] [SUBJECTS=NAMES]'
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{printf "%-14s%s\n", $$1, $$2}'

# --- the environment -----------------------------------------------------------------------------

$(VENV)/created:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo 'claimcheck needs Python 3.11 or newer, and "$(PYTHON)" is not:' >&2; \
	    "$(PYTHON)" --version >&2; \
	    echo 'name a newer one, for example: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV) || { \
	    echo 'no virtual environment could be made; Debian has the module in the package python3-venv' >&2; \
	    rm -rf $(VENV); exit 2; }
	@touch $@

$(VENV)/installed: $(VENV)/created pyproject.toml
	@echo 'installing claimcheck into $(VENV) (once)' >&2
	@$(PIP) install --editable .
	@$(COMPILE)
	@touch $@

# `--group` came with pip 25.1, and an older Python brings an older pip.
$(VENV)/installed-%: $(VENV)/created pyproject.toml
	@echo 'installing what "$*" needs into $(VENV) (once)' >&2
	@$(PIP) install 'pip>=25.1'
	@$(PIP) install --editable . --group $*
	@$(COMPILE)
	@touch $(VENV)/installed $@

.PRECIOUS: $(VENV)/installed-%

# --- use -----------------------------------------------------------------------------------------

.PHONY: report
report: $(VENV)/installed ## print the report of claims/; DOCUMENTS=FOLDER checks its quotations too
	@$(BIN)/claimcheck report claims $(if $(DOCUMENTS),--documents "$(DOCUMENTS)")

# --- work ----------------------------------------------------------------------------------------

.PHONY: test
test: $(VENV)/installed-test ## run every test, on all cores, and measure branch coverage
	@$(KEEP_BYTECODE) $(BIN)/python -m pytest --quiet --numprocesses auto --maxprocesses 8 --dist worksteal \
	    --cov --cov-report=

.PHONY: format
format: $(VENV)/installed-check ## put the code into its one format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

.PHONY: lint
lint: $(VENV)/installed-check ## check format, lint rules and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

.PHONY: check
check: lint test ## all checks: format, lint, strict types, tests, and the examples of the documentation

.PHONY: docs
docs: $(VENV)/installed-check ## write the pages that are made from the code: phrases, tolerances
	@$(BIN)/python -m docs.made

.PHONY: pictures
pictures: $(VENV)/installed-check ## take the pictures of docs/page.md anew, with Debian's chromium
	@$(BIN)/python -m docs.pictures.take

.PHONY: bench
bench: $(VENV)/installed-bench ## measure speed and judgement, as ratios within one run; SUBJECTS=growth measures that alone
	@$(BIN)/python -m benchmarks $(SUBJECTS)

# --- the long runs -------------------------------------------------------------------------------
# Each finished stage leaves a stamp, so that an interrupted run goes on where it stopped. A change of
# the package or of the stage makes the stamp stale.

LAWS := $(shell grep -rl --include='test_*.py' 'from hypothesis' tests 2>/dev/null)
LAW_STAMPS := $(LAWS:%=.soak/%.done)

.PHONY: soak
soak: .soak/barriers.done ## the long runs: 1,000 examples a law, damaged dossiers and documents, killed reports and ledgers, whole pages under axe; goes on if stopped
	@echo 'soak: all stages done'

$(LAW_STAMPS): .soak/%.done: % $(SOURCES) | $(VENV)/installed-test
	@mkdir -p $(@D)
	@echo 'soak: $<'
	@CLAIMCHECK_PROFILE=soak $(BIN)/python -m pytest --quiet '$<'
	@touch $@

.soak/fuzz.done: tests/soak/fuzz.py $(SOURCES) $(LAW_STAMPS)
	@mkdir -p $(@D)
	@echo 'soak: damaged dossiers'
	@$(BIN)/python $<
	@touch $@

.soak/readers.done: tests/soak/readers.py tests/documents/readers/hostile.py $(SOURCES) .soak/fuzz.done
	@mkdir -p $(@D)
	@echo 'soak: hostile documents'
	@$(BIN)/python $<
	@touch $@

.soak/kills.done: tests/soak/kills.py $(SOURCES) .soak/readers.done
	@echo 'soak: killed reports'
	@$(BIN)/python $<
	@touch $@

.soak/ledger.done: tests/soak/ledger.py $(SOURCES) .soak/kills.done
	@echo 'soak: killed and crowded ledgers of decisions'
	@$(BIN)/python $<
	@touch $@

.soak/barriers.done: tests/soak/barriers.py $(wildcard tests/browser/*.py) $(SOURCES) $(wildcard claimcheck/report/html/*.css claimcheck/report/html/*.js claimcheck/report/html/templates/*) .soak/ledger.done
	@echo 'soak: barriers on whole pages'
	@$(BIN)/python $<
	@touch $@

.PHONY: soak-clean
soak-clean: ## forget the finished stages of the long runs
	@rm -rf .soak

.PHONY: clean
clean: ## remove whatever make made, the virtual environment too
	@rm -rf $(VENV) .soak .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
