# Footpath's commands. Each does all its own set-up: `make demo`, `make test`, `make check`, `make setup`.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.ONESHELL:
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= python3
PORT ?= 8000
UV_VERSION := 0.13.9
AUDIT_VERSION := 2.10.1
BOOT := .cache/boot
UV := $(BOOT)/bin/uv
LOCK ?= requirements/locked.txt
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := 1
export UV_NATIVE_TLS := 1

.PHONY: setup demo test check types format golden wheel lock bench audit
.DEFAULT_GOAL := setup

setup: .venv/.ready

$(UV):
	@echo "Footpath: making a small Python environment for set-up …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Footpath needs Python 3.11 or newer: set PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -m venv $(BOOT) || { rm -rf $(BOOT); echo "Footpath needs Python's venv package: on Debian, apt install python3-venv."; exit 1; }
	@$(BOOT)/bin/pip install -q uv==$(UV_VERSION) || { rm -rf $(BOOT); echo "The installer could not be fetched: is the network there?"; exit 1; }

.venv/.installed: $(UV) pyproject.toml $(LOCK) hatch_build.py
	@echo "Footpath: installing the packages of $(LOCK) …"
	@test -x .venv/bin/python || $(UV) venv -q --python $(PYTHON) .venv
	@$(UV) pip sync -q --python .venv/bin/python --require-hashes $(LOCK) || { echo "The packages could not be installed: see the lines above."; exit 1; }
	@$(UV) pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready: .venv/.installed $(shell find frontend/src frontend/package-lock.json frontend/*.ts src/footpath/static -not -path "*/static/room/*" -type f 2>/dev/null)
	@echo "Footpath: building the room's pages …"
	@.venv/bin/python hatch_build.py
	@touch $@

demo: .venv/.ready
	@echo "Footpath: starting on port $(PORT) …"
	@exec .venv/bin/footpath demo --port $(PORT)

# What a host installs, beside requirements/serving.txt: docs/hosting.md.
wheel: .venv/.ready
	@.venv/bin/python -m hatchling build -t wheel -d dist

types: .venv/.installed
	@.venv/bin/python -m house.wire_types

format: .venv/.ready
	@.venv/bin/ruff check -q --fix .
	@.venv/bin/ruff format -q .
	@.venv/bin/python -m house.npm run --silent format

# How the main screens look now, kept: CONTRIBUTING.md says when.
golden: .venv/.ready
	@GOLDEN=anew .venv/bin/python -m pytest -q -m browser tests/journeys/test_screens_look_as_they_did.py

check: .venv/.ready
	@.venv/bin/python -m house.check

test: .venv/.ready
	@.venv/bin/python -m house.test

bench: .venv/.ready
	@.venv/bin/python bench/run.py

# Asks the advisories of PyPI and npm about what is locked; fails as well where they do not answer.
audit: .venv/.ready
	@$(BOOT)/bin/pip install -q pip-audit==$(AUDIT_VERSION)
	@failed=0
	@$(BOOT)/bin/pip-audit --strict --require-hashes --disable-pip -r $(LOCK) || failed=1
	@.venv/bin/python -m house.npm audit || failed=1
	@exit $$failed

# Made anew by hand when a dependency changes: hashes, and no registry's name. A host needs only the second.
lock: $(UV)
	@$(UV) lock -q --python $(PYTHON)
	@$(UV) export -q --no-emit-project --all-groups --all-extras --no-header --no-annotate --format requirements-txt -o requirements/locked.txt
	@$(UV) export -q --no-emit-project --no-dev --all-extras --no-header --no-annotate --format requirements-txt -o requirements/serving.txt
	@rm -f uv.lock
