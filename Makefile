# Every target works from a fresh clone: it finds a Python, makes .venv, installs kg into it, with the tools of those who work
# on it where a target needs them, and remembers that.

VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TOOLS := $(VENV)/.tools
KG_BENCHMARKS ?= ../shared/benchmarks
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs bench clean

help:
	@echo "make demo    build out/graph.ttl and out/graph.html from the articles in seeds/"
	@echo "make test    run the tests"
	@echo "make lint    check style, types and the import contracts"
	@echo "make docs    write the documentation as a site to docs/_build/html"
	@echo "make bench   score the graph against gold annotations (KG_BENCHMARKS=$(KG_BENCHMARKS))"
	@echo "make clean   remove .venv and what the tools left behind; out/ stays"

demo: $(INSTALLED)
	$(BIN)/kg build seeds/ -o out/
	@echo "Open out/graph.html in a browser. Ask the graph: $(BIN)/kg query calls"

test: $(TOOLS)
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxlint --deny-warnings --ignore-pattern kg/serve/web/editor.js kg/view/web kg/serve/web kg/serve/editor

docs: $(INSTALLED)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[docs]"
	$(BIN)/python docs/generate.py
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html
	$(BIN)/python docs/links.py docs/_build/html
	@echo "Open docs/_build/html/index.html in a browser."

bench: $(INSTALLED)
	@if [ -f "$(KG_BENCHMARKS)/score.py" ]; then PATH="$(abspath $(BIN)):$$PATH" .ci/bench "$(KG_BENCHMARKS)"; \
	else echo "make bench: skipped, no score.py in $(KG_BENCHMARKS) (set KG_BENCHMARKS to the folder of the benchmarks)"; fi

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .kg-cache newskg.egg-info docs/_build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): setup.cfg pyproject.toml .ci/venv
	@.ci/venv "$(VENV)"
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[report]"
	@touch $@

$(TOOLS): $(INSTALLED)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[dev]"
	@touch $@
