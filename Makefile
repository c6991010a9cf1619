# `make check` reports on the articles in seeds/, `make test` runs everything that must pass. PYTHON chooses the interpreter.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: check test lint types imports docs wheel schema bench clean

check: $(READY)
	$(BIN)/claimcheck check --fail-on never seeds/  # what is found there is the report, no failed run

test: lint types imports
	$(BIN)/python -m pytest -n auto --dist loadfile  # a worker for each core; a file's tests share what they build

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python tools/complexity.py

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/mkdocs build --strict --quiet

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

schema: $(READY)
	$(BIN)/python -m claimcheck.report.shape > schema/claimcheck.report-1.json
	$(BIN)/python -m claimcheck.ledger.shape > schema/claimcheck.ledger-1.json

bench: $(READY)
	for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,docs]'
	$(BIN)/python -m compileall -q src  # so that no start has to, whatever the surroundings say of writing bytecode
	touch $@
