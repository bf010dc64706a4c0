# The tasks of the project. Python 3.11 or newer, make and git are all that a machine needs; the rest is installed
# into .venv at the first task that wants it.

# The machine's first Python that is new enough; `make run PYTHON=/path/to/python3` names another.
IS_NEW_ENOUGH = import sys; sys.exit(sys.version_info < (3, 11))
FIND_PYTHON = for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c "$(IS_NEW_ENOUGH)" 2>/dev/null && echo $$each && exit; done; echo python3
PYTHON ?= $(shell $(FIND_PYTHON))
VENV_PYTHON = .venv/bin/python
UV_COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help run test lint format types audit bench baseline messages shell requirements clean production dev

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 22

run: production ## install, prepare the database and the content, and serve at http://127.0.0.1:8000 (PORT=8001 changes it)
	@$(VENV_PYTHON) -m tools.run

test: dev ## run every check and test (ARGS=--nothing-left-out: fail where one cannot run here)
	@$(VENV_PYTHON) -m tools.suite $(ARGS)

lint: dev ## check style, templates, and the direction of imports
	@$(VENV_PYTHON) -m tools.suite lint

format: dev ## bring the code into the project's style
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

types: dev ## check types
	@$(VENV_PYTHON) -m tools.suite types

audit: dev ## measure the site as readers get it (ARGS="--only lighthouse --page /": a part of it)
	@$(VENV_PYTHON) -m tools.audit $(ARGS)

bench: dev ## measure how the site is served (ARGS="--only pages --on SQLite": a part of it)
	@$(VENV_PYTHON) -m tools.delivery_bench $(ARGS)

baseline: dev ## renew the pictures of pages that tests compare with
	@$(VENV_PYTHON) -m tools.audit.baseline

messages: dev ## collect the texts of the code into the catalogues, and compile them
	@$(VENV_PYTHON) -m tools.messages

shell: dev ## open a Python shell with the site loaded
	@$(VENV_PYTHON) manage.py shell

requirements: dev ## pin the newest versions that pyproject.toml allows
	@$(UV_COMPILE) --upgrade --group install -o requirements/uv.txt
	@$(UV_COMPILE) --upgrade pyproject.toml -o requirements/production.txt
	@$(UV_COMPILE) --upgrade pyproject.toml --extra s3 -o requirements/s3.txt
	@$(UV_COMPILE) --upgrade pyproject.toml --extra s3 --group dev -o requirements/dev.txt

clean: ## remove .venv and caches; the database and the files under var/ stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

production dev:
	@$(PYTHON) -c "$(IS_NEW_ENOUGH)" 2>/dev/null || { \
		echo "This needs Python 3.11 or newer; $(PYTHON) is older or not there."; \
		echo "Install one, or name it:  make $(firstword $(MAKECMDGOALS)) PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m tools.install $@
