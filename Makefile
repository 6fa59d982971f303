.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/.runtime
AWS := .venv/.aws
TOOLS := .venv/.tools
MINISTACK := .venv-ministack/.installed
FRAMEWORKS := .venv-frameworks/.installed
# Two processes, each with whole files, those that start much first.
BOTH := -n 2 --dist loadgroup --no-loadscope-reorder
NODE := $(if $(shell command -v npm),node_modules/.installed)

# Without compiled files every start takes several times as long.
unexport PYTHONDONTWRITEBYTECODE

.NOTPARALLEL:

# Packages into an environment. uv needs seconds where pip takes half a minute, most of it for
# reading indexes; pip knows what pip.conf says, and tries what uv could not get.
define packages
$(BIN)/uv pip install --quiet --python $(1) $(2) || \
	$(BIN)/python -m pip --python $(1) install --quiet --disable-pip-version-check $(2)
endef

# .venv has no stamp while something is installed into it, and is made anew where it has none:
# nothing is left of an install that was broken off.
define install
@test -e $(RUNTIME) && test -x $(BIN)/python || { rm -rf .venv && $(PYTHON) -m venv .venv; }
@rm -f $(RUNTIME) $(AWS) $(TOOLS)
-@test -x $(BIN)/uv || \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: "uv>=0.5,<1"
$(call packages,$(BIN)/python,$(1))
endef

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-16s %s\n", $$1, $$2}'

.PHONY: install
install: $(TOOLS) $(MINISTACK) $(NODE) ## install all that running, testing and deploying need

$(RUNTIME): requirements.txt pyproject.toml $(BIN)/python
	$(call install,-e .)
	@touch $(RUNTIME)

$(AWS): requirements.txt pyproject.toml $(BIN)/python
	$(call install,-e ".[aws]")
	@touch $(RUNTIME) $(AWS)

$(TOOLS): requirements.txt pyproject.toml $(BIN)/python
	$(call install,-e ".[dev]")
	@touch $(RUNTIME) $(AWS) $(TOOLS)

$(MINISTACK): infra/aws/ministack.txt .venv-ministack/bin/python | $(RUNTIME)
	rm -rf .venv-ministack
	$(PYTHON) -m venv --without-pip .venv-ministack
	$(call packages,.venv-ministack/bin/python,-r infra/aws/ministack.txt)
	@touch $@

$(FRAMEWORKS): tests/conformance/frameworks.txt .venv-frameworks/bin/python | $(RUNTIME)
	rm -rf .venv-frameworks
	$(PYTHON) -m venv --without-pip .venv-frameworks
	$(call packages,.venv-frameworks/bin/python,-r tests/conformance/frameworks.txt)
	@touch $@

node_modules/.installed: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# Gone where the system's Python was replaced: what depends on it is then made anew.
$(BIN)/python .venv-ministack/bin/python .venv-frameworks/bin/python: ;

.PHONY: run
run: $(RUNTIME) ## start Gavel on PORT (8080), data in GAVEL_DATA (./.gavel)
	@exec $(BIN)/python -m infra.local

.PHONY: run-gcp
run-gcp: $(RUNTIME) ## start Gavel on PORT with Google's Firestore and Pub/Sub emulators
	@exec $(BIN)/python -m infra.gcp.local

.PHONY: run-aws
run-aws: $(AWS) $(MINISTACK) ## start Gavel on PORT with ministack as DynamoDB and SQS
	@exec $(BIN)/python -m infra.aws.local

.PHONY: credentials
credentials: $(RUNTIME) ## show the first app's key, secret, token and score key
	@$(BIN)/python -m infra.local.show_credentials

.PHONY: backup
backup: $(RUNTIME) ## copy the store, also while Gavel runs: make backup TO=folder
	@$(BIN)/python -m infra.local.backup $(if $(TO)$(to),"$(or $(TO),$(to))")

.PHONY: restore
restore: $(RUNTIME) ## put a backup in the store's place: make restore FROM=folder
	@test -n "$(FROM)$(from)" || { echo "say which: make restore FROM=folder" >&2; exit 2; }
	@$(BIN)/python -m infra.local.restore "$(or $(FROM),$(from))"

.PHONY: app
app: $(RUNTIME) ## create a further app: make app NAME=shop
	@test -n "$(NAME)" || { echo "say which: make app NAME=shop" >&2; exit 2; }
	@$(BIN)/python -m infra.local.apps "$(NAME)"

.PHONY: member
member: $(RUNTIME) ## make a member for the dashboard: make member NAME=anna ROLE=admin
	@test -n "$(NAME)" || { echo "say whom: make member NAME=anna ROLE=admin" >&2; exit 2; }
	@$(BIN)/python -m infra.local.members "$(NAME)" $(if $(ROLE),--role "$(ROLE)") $(if $(APP),--app "$(APP)")

.PHONY: demo
demo: $(RUNTIME) ## play a small community's day against the running server
	@$(BIN)/python -m infra.local.demo

.PHONY: chromium
chromium: ## install the browser that the tests of the dashboard drive (Debian, as root)
	@command -v chromium >/dev/null || { \
		test "$$(id -u)" = 0 && command -v apt-get >/dev/null || { \
			echo "there is no chromium: apt-get install chromium, as root" >&2; exit 1; }; \
		apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null; }

PAGE := functions/dashboard/page
.PHONY: page
page: $(TOOLS) node_modules/.installed ## build the dashboard's page and the types of the API it uses
	$(BIN)/python -c "import json; from common.http.openapi import describe; print(json.dumps(describe()))" \
		> node_modules/.openapi.json
	node $(PAGE)/types.mjs node_modules/.openapi.json
	node_modules/.bin/tsc -p $(PAGE)
	node_modules/.bin/vite build --logLevel warn --config $(PAGE)/vite.config.mts

.PHONY: screenshots
screenshots: $(TOOLS) ## take docs/images anew, of the demo's day; ALL=folder: each page, each scheme
	$(BIN)/python -m tests.browser.screenshots $(if $(ALL),--all "$(ALL)")

.PHONY: lint
lint: $(TOOLS) ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: check
check: lint ## the fast command: lint, format, types, unit tests
	$(BIN)/python -m pytest $(BOTH) tests/unit

.PHONY: test-long-queue
test-long-queue: install ## the page with a queue of 100,000 items (ten minutes)
	$(BIN)/python -m pytest -m slow tests/browser/test_speed.py

.PHONY: test
test: install ## every test but the full-size ones, with Google's emulators where installed
	$(BIN)/python -m pytest $(BOTH) -m "not slow"

.PHONY: faults
faults: $(TOOLS) $(MINISTACK) ## crash and fault tests at full size, on every backend
	GAVEL_FULL=1 $(BIN)/python -m pytest tests/faults tests/functional/test_demo.py tests/conformance/test_frameworks.py tests/conformance/test_migrate.py tests/unit/delivery/test_deliver_model.py tests/unit/moderation/test_decision_order.py tests/unit/moderation/test_counters.py tests/functional/test_schemathesis.py

.PHONY: conformance
conformance: install ## the official clients against a running server, on every backend; docs/conformance.md
	@rm -f .conformance.jsonl
	-GAVEL_CONFORMANCE_RECORD=$(CURDIR)/.conformance.jsonl $(BIN)/python -m pytest $(BOTH) tests/conformance
	$(BIN)/python -m tests.conformance.clients.table .conformance.jsonl

.PHONY: frameworks
frameworks: $(FRAMEWORKS) ## install LangChain and LiteLLM (320 MB) for the tests that use them

.PHONY: bench
bench: install ## measure, and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.run

.PHONY: bench-deliveries
bench-deliveries: $(TOOLS) ## 20,000 deliveries to 1,000 endpoints, some slow or down (six minutes)
	$(BIN)/python -m benchmarks.deliveries

.PHONY: bench-install
bench-install: $(RUNTIME) ## time make run and make install on fresh clones (some minutes)
	$(BIN)/python -m benchmarks.newcomer

.PHONY: clean
clean: ## remove .venv and caches; the data folder stays
	rm -rf .venv .venv-ministack .venv-frameworks node_modules build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
