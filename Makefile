# Two commands are enough: `make serve` and `make test`. `make help` lists the others.
.DEFAULT_GOAL := help
BIN := .venv/bin
PORT ?= 5005
export RASA_TELEMETRY_ENABLED := false
export OMP_NUM_THREADS := 1

.PHONY: help environment serve chat train test soak quick check types eval bench figures screenshots lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

environment: ## Create or refresh .venv (Python 3.10, exact packages)
	@scripts/environment.sh

serve: environment ## Start the assistant and its demo page (trains the model if needed)
	@$(BIN)/assistant serve --port $(PORT)

chat: environment ## Talk to the assistant in the terminal
	@$(BIN)/assistant train
	@$(BIN)/assistant chat

train: environment ## Train the model if what it learns from has changed
	@$(BIN)/assistant train

test: environment check ## Run every check and every test but the longest
	@$(BIN)/assistant train && $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not soak"

soak: environment ## Run the longest tests: the whole catalogue on every channel, servers killed at every moment
	@$(BIN)/assistant train && $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m soak

quick: environment ## Run the tests that need neither the model nor a browser
	@$(BIN)/python -m pytest -m "not model and not browser and not soak"

check: environment ## Format, lint, types, layers, content
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache > .lint-imports.log 2>&1 || { cat .lint-imports.log; exit 1; }
	@$(BIN)/assistant check

types: ## Check the types of the widget (needs npm)
	@cd widget && npm ci --silent --no-audit --no-fund && npm run --silent types

eval: environment ## Measure understanding: cross-validation, thresholds, the whole assistant
	@$(BIN)/assistant train && $(BIN)/python -m scripts.evaluate

bench: environment ## Time the directory of places
	@$(BIN)/python -W ignore -m scripts.bench_directory

figures: environment ## Compare our figures with openfisca-france
	@$(BIN)/python -m scripts.compare_openfisca

screenshots: environment ## Picture the widget in Chromium, for the README; STATES=folder: each of its states
	@$(BIN)/python -m scripts.screenshots $(if $(STATES),--states "$(STATES)")

lock: environment ## Resolve the packages again into requirements.lock
	@UV=$$(command -v uv || echo .tools/uv/bin/uv); $$UV pip compile --quiet --python $(BIN)/python --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev pyproject.toml -o requirements.lock

clean: ## Remove what was built here (environment, models, downloads)
	rm -rf .venv .tools models var results .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis .lint-imports.log
