# make demo    read an example article, write outputs/ and print its timeline
# make test    lint, types, tests
# make long    the tests that take minutes
# make audit   known faults of what is pinned
# Both set up .venv from requirements.lock the first time. Name another Python with PYTHON=python3.12.

PYTHON ?= python3
VENV ?= .venv
BIN ?= $(VENV)/bin
SETUP ?= $(VENV)/.ready
EXAMPLE ?= xi-putin-video-call
OUTPUTS ?= outputs

.PHONY: demo test long setup sample lock clean audit

demo: $(SETUP)
	@mkdir -p $(OUTPUTS)
	$(BIN)/timeline extract examples/$(EXAMPLE).json --format csv --output $(OUTPUTS)/$(EXAMPLE).csv --plot $(OUTPUTS)/$(EXAMPLE).png
	$(BIN)/timeline extract examples/$(EXAMPLE).json --format json --output $(OUTPUTS)/$(EXAMPLE).json
	$(BIN)/timeline extract examples/$(EXAMPLE).json --format table

test: $(SETUP)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

long: $(SETUP)
	$(BIN)/python -m pytest -m long

setup: $(SETUP)

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with PYTHON=..." if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV); the first time this takes a few minutes."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# What is kept in git of what the program makes: the sample of its outputs, and the outputs in the notebook.
sample: $(SETUP)
	$(MAKE) demo OUTPUTS=outputs/sample
	$(BIN)/python -m tests.draw.gallery outputs/sample
	$(BIN)/python notebooks/execute.py notebooks/*.ipynb

# Keeps the pins that still fit; LOCK=--upgrade takes the newest.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/lock/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes $(LOCK) \
	  --custom-compile-command "make lock" --quiet --output-file requirements.lock

# Known faults of what is pinned, as far as the package index tells of any.
audit:
	$(PYTHON) -m venv --clear build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	@rm -f build/audit.json
	@build/audit/bin/pip-audit --requirement requirements.lock --require-hashes --disable-pip --progress-spinner off \
	  --format json --output build/audit.json 2> build/audit.log || test ! -s build/audit.json || { cat build/audit.log; exit 1; }
	@test -s build/audit.json || echo "The package index could not be asked for known faults; build/audit.log says why."

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
