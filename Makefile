.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
MINISTACK := .venv-ministack
CODE := common infra functions benchmarks

# Without compiled files every start takes several times as long.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

.PHONY: install
install: $(INSTALLED) ## create .venv with everything that running and testing need

$(INSTALLED): requirements.txt pyproject.toml package-lock.json infra/aws/ministack.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	test -x $(MINISTACK)/bin/python || $(PYTHON) -m venv $(MINISTACK)
	$(MINISTACK)/bin/python -m pip install --quiet --disable-pip-version-check -r infra/aws/ministack.txt
	$(BIN)/python -m compileall -q $(CODE)
	if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund --silent; fi
	@touch $@

.PHONY: run
run: install ## start Gavel on PORT (8080), data in GAVEL_DATA (./.gavel)
	@exec $(BIN)/python -m infra.local

.PHONY: run-gcp
run-gcp: install ## start Gavel on PORT with Google's Firestore and Pub/Sub emulators
	@exec $(BIN)/python -m infra.gcp.local

.PHONY: run-aws
run-aws: install ## start Gavel on PORT with ministack as DynamoDB and SQS
	@exec $(BIN)/python -m infra.aws.local

.PHONY: app
app: install ## create a further app: make app NAME=shop
	@test -n "$(NAME)" || { echo "say which: make app NAME=shop" >&2; exit 2; }
	@$(BIN)/python -m infra.local.apps "$(NAME)"

.PHONY: demo
demo: install ## play a small community's day against the running server
	@$(BIN)/python -m infra.local.demo

.PHONY: check
check: install ## the fast command: lint, format, types, unit tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/unit

.PHONY: test
test: install ## every test but the full-size ones, with Google's emulators where installed
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow"

.PHONY: faults
faults: install ## crash and fault tests at full size, on every backend
	GAVEL_FULL=1 $(BIN)/python -m pytest tests/faults tests/unit/delivery/test_deliver_model.py

.PHONY: conformance
conformance: install ## the official clients against a running server, on every backend
	$(BIN)/python -m pytest tests/conformance

.PHONY: bench
bench: install ## measure, and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.run

.PHONY: bench-deliveries
bench-deliveries: install ## 20,000 deliveries to 1,000 endpoints, some slow or down (six minutes)
	$(BIN)/python -m benchmarks.deliveries

.PHONY: clean
clean: ## remove .venv and caches; the data folder stays
	rm -rf .venv $(MINISTACK) node_modules build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
