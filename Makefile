# Everything that people and machines do with this repository. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Material's notice about its successor is not for those who build an archive.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: site
site: $(READY) ## Build the site of the archive into site/
	$(BIN)/postil build

.PHONY: serve
serve: $(READY) ## Serve the site on this machine and rebuild it on every change
	$(BIN)/postil serve

.PHONY: check
check: $(READY) ## Check the archive's content
	$(BIN)/postil check

.PHONY: test
test: $(READY) ## Run all tests
	$(BIN)/pytest -n auto

.PHONY: lint
lint: $(READY) ## Check the code: style, types, floors
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: format
format: $(READY) ## Put the code into its style
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

.PHONY: lock
lock: $(READY) ## Write requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra slavic --group dev pyproject.toml --output-file requirements.lock --no-header

.PHONY: clean
clean: ## Remove what was built
	rm -rf site site.building site.old .cache
