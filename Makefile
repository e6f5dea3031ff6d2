# Each target does its own set-up: it needs Python >= 3.11 with venv, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url
SNEL := $(addprefix tests/test_,model.py inlezen.py docs.py documenten.py voorbeeld.py)
AXE := 4.14.1
SECONDEN ?= 600
ZAAD ?= 1

.PHONY: status test check lint types data wheel copies laagste schemas docs requirements example site bench fuzz clean

status: $(VENV)/run.stamp
	@$(BIN)/prestatie status

# One process per file: what a file makes once for its tests is made once. pytest 9.2 ignores the groups of
# xdist 3.8 without a word, so `loadgroup` would make it in every process.
test: $(VENV)/dev.stamp $(VENV)/axe.stamp
	$(BIN)/python -m pytest -q -n auto --dist loadfile -m "not wheel and not kopie"

check: lint types data test wheel copies

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

data: $(VENV)/dev.stamp
	$(BIN)/prestatie valideer --streng

# Builds the wheel, installs it in an empty venv outside the checkout, and runs it there.
wheel: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -m wheel

# Runs tests in a copy of the tree: those that could look at data/ where other figures and statements stand in
# it, and those that hold a recipe of CONTRIBUTING.
copies: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -m kopie

# The quick tests that reach every dependency, with the lowest versions that pyproject.toml allows.
laagste: $(VENV)/dev.stamp
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-laagste
	$(BIN)/uv pip install --quiet --python .venv-laagste --resolution lowest-direct --editable '.[docx,pdf]' --group test
	.venv-laagste/bin/python -m pytest -q -n auto --dist loadfile $(SNEL)

# Writes the JSON Schemas anew from the models; a test tells when they are stale.
schemas: $(VENV)/dev.stamp
	mkdir -p schema/uitvoer
	for naam in $$($(BIN)/prestatie schema | sed -n 's/^  //p'); do \
		$(BIN)/prestatie schema $$naam --uitvoer schema/$$naam.json || exit 1; done

# Writes the tables of the documentation anew from the models and the term forms; a test tells when they are stale.
docs: $(VENV)/dev.stamp
	$(BIN)/python -m docs.tabellen

# Pins versions and hashes for every platform; records no registry address. Word and PDF are in the first file:
# what the README shows works after `make status`.
requirements: $(VENV)/dev.stamp
	$(COMPILE) pyproject.toml --all-extras --group setup -o requirements.txt
	$(COMPILE) pyproject.toml --group dev -o requirements-dev.txt
	$(COMPILE) --group benchmarks -o requirements-benchmarks.txt

# The report of the example, made outside git so that no commit hash stands in it; a test tells when stale.
example: $(VENV)/dev.stamp
	map=$$(mktemp -d) && cp -R voorbeeld "$$map/voorbeeld" && for formaat in md html; do $(BIN)/prestatie \
		--map "$$map/voorbeeld" rapport --peildatum 2026-12-31 -o docs/voorbeeld/rapport.$$formaat || exit 1; \
	done && rm -rf "$$map"

# The site of the example, to look at; it is too large to keep.
site: $(VENV)/run.stamp
	$(BIN)/prestatie --map voorbeeld site --peildatum 2026-12-31 -o site

# Plants faults in whole dossiers and prints what is told of them; SECONDEN=60 ZAAD=2 for fewer and others.
fuzz: $(VENV)/dev.stamp
	$(BIN)/python -m tests.fuzz --seconden $(SECONDEN) --zaad $(ZAAD)

bench: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) .venv-benchmarks .venv-laagste dist build .mypy_cache .ruff_cache .pytest_cache

$(VENV)/run.stamp: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of hoger is nodig")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	touch $@

# axe-core for the accessibility tests, checked against its hash. Where npm is absent these tests are
# skipped, and in CI they fail.
$(VENV)/axe.stamp: tests/hulp/axe.sha256 $(VENV)/run.stamp
	mkdir -p $(VENV)/axe
	if command -v npm >/dev/null; then cd $(VENV)/axe && npm pack --silent axe-core@$(AXE) >/dev/null \
		&& tar -xzf axe-core-$(AXE).tgz --strip-components=1 package/axe.min.js \
		&& sha256sum --check --quiet ../../tests/hulp/axe.sha256 && mv axe.min.js ..; fi
	touch $@
