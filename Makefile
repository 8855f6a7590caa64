# Everything that people and machines do with this repository. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DIST := dist
READY := $(VENV)/.ready

# Material's notice about its successor is not for those who build an archive.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: ready
ready: $(READY) ## Install what is locked into .venv/

.PHONY: site
site: $(READY) ## Build the site of the archive into site/
	$(BIN)/postil build

.PHONY: publishable
publishable: site ## Build the site, and compare what others made in it with its manifest
	$(BIN)/python tests/vendored.py check site

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
lint: $(READY) ## Check the code: style, types, floors, workflows
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/actionlint -shellcheck= -pyflakes= .github/workflows/*.yml

.PHONY: format
format: $(READY) ## Put the code into its style
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

.PHONY: lock
lock: $(READY) ## Write requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra slavic --extra dask --extra web --extra cards --group dev pyproject.toml --output-file requirements.lock --no-header

.PHONY: manifest
manifest: site ## Write vendored.sha256 anew: what others made and the site holds
	$(BIN)/python tests/vendored.py write site

.PHONY: forms
forms: $(READY) ## Write the forms for issues anew from the model
	$(BIN)/python tests/forms.py write

.PHONY: fields
fields: $(READY) ## Write the guide's page of every field anew from the model
	$(BIN)/python tests/fields.py write

.PHONY: components
components: $(READY) ## Write the guide's page of components anew from the templates
	$(BIN)/python tests/components.py write

# Strictly: by itself pip-audit passes over what it cannot look up, and finds nothing wrong.
.PHONY: audit
audit: $(READY) ## Look up what is locked among the known holes (needs the network)
	@told=$$($(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
		--requirement requirements.lock 2>&1); status=$$?; \
	case "$$status $$told" in 0*|*'Found '*'known vulnerabilit'*) echo "$$told" ;; *) \
		echo 'Nothing was audited: the list of known holes cannot be reached, or lacks a package.'; \
		echo 'Try again with a network. The last that was said is:'; echo "$$told" | tail -n 1 ;; \
	esac; exit $$status

# The warning would be that a lock does not say which package needs which.
.PHONY: sbom
sbom: $(READY) ## Write the bill of materials of what is locked into dist/
	@mkdir -p $(DIST)
	PYTHONWARNINGS=ignore $(BIN)/cyclonedx-py requirements --pyproject pyproject.toml \
		--output-reproducible --output-file $(DIST)/postil.cdx.json requirements.lock

.PHONY: wheel
wheel: $(READY) ## Build the package into dist/
	$(BIN)/hatchling build --target wheel --directory $(DIST)

.PHONY: clean
clean: ## Remove what was built
	rm -rf site site.building .cache
