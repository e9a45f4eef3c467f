# Everything that is done with this repository. It needs Python 3.11 or newer, git and make:
# the rest is installed into .venv, in the versions and with the hashes of requirements*.txt.
#
#   make test ARGS='-k quotes'      ARGS is handed to the program that the target runs
#   make site PYTHON=python3.12     makes .venv with this Python, if it is not yet of it
#
# Plain sh and GNU make 3.81 (macOS) are enough, and the folder may have spaces in its name: no
# recipe uses an absolute path.

ARGS =

# Only a PYTHON that somebody asked for replaces a .venv that works.
ASKED_FOR := $(if $(filter undefined,$(origin PYTHON)),no,yes)
PYTHON ?= python3
RUN := .venv/bin/python

# Material announces the end of MkDocs 1 at every build; pyproject.toml deals with it by mkdocs<2.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# Byte code that is not kept is made again by every command that a test runs, half a second each.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help serve test site check new note bench pins clean venv build-tools test-tools bench-tools
# All targets share one .venv, which two pips at once would spoil.
.NOTPARALLEL:

help: ## list the targets
	@awk -F ' *:.*## *' '/^[a-z]+:.*## / { printf "  make %-6s  %s\n", $$1, $$2 }' Makefile

serve: build-tools ## show the edition at a local address and follow changes
	.venv/bin/edition serve $(ARGS)

test: test-tools ## run all tests (installs Chromium and Firefox where there is none)
	@echo 'Running the tests'
	@CHROMIUM=`$(RUN) -m tests.browser.chromium` && export CHROMIUM && \
	FIREFOX=`$(RUN) -m tests.browser.firefox` && export FIREFOX && \
	PYTHONHASHSEED=0 $(RUN) -m pytest --numprocesses=auto --dist=worksteal $(ARGS)

site: build-tools ## build the site into site/
	.venv/bin/edition build $(ARGS)

check: test-tools ## check the code's style and types, and the content
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	.venv/bin/edition check $(ARGS)

new: build-tools ## make an entry: ARGS=event, term, person, place, reference or note
	.venv/bin/edition new $(ARGS)

note: build-tools ## make the file of a note; asks for all that it needs
	.venv/bin/edition note $(ARGS)

bench: bench-tools ## measure the build, and compare it with other ways to do the same
	$(RUN) -m bench $(ARGS)

pins: ## renew requirements*.txt (wants uv; ARGS=--upgrade for the newest versions)
	@command -v uv >/dev/null || { echo 'make pins needs uv: pip install uv' >&2; exit 1; }
	$(PIN) pyproject.toml requirements.in -o requirements.txt
	$(PIN) requirements-test.in -o requirements-test.txt
	$(PIN) requirements-bench.in -o requirements-bench.txt

clean: ## remove everything that make has made, .venv too
	rm -rf .venv .cache .hypothesis site build dist edition.egg-info
	find . -name .git -prune -o -name __pycache__ -prune -exec rm -rf {} +

# --universal and hashes of every file of a release: one set of pins for all systems and Pythons.
# The custom command is what the files' headers say, in place of this line.
PIN = UV_CUSTOM_COMPILE_COMMAND='make pins' uv pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes $(ARGS)

# ---- .venv --------------------------------------------------------------------------------------

build-tools: venv
	@$(call install,requirements.txt)
	@$(call unless-same,pyproject.toml) { \
	echo 'Installing the edition itself' && \
	$(RUN) -m pip install --quiet --no-deps --no-build-isolation --editable . && \
	$(RUN) -m pip --quiet check && $(call remember,pyproject.toml); }

test-tools: build-tools
	@$(call install,requirements-test.txt)

bench-tools: test-tools
	@$(call install,requirements-bench.txt)

# What was installed is remembered as a copy of the file it was installed from: pip, which takes a
# second to find nothing to do, runs only when the file's content (not its date) has changed.
unless-same = cmp -s $(1) .venv/installed/$(1) ||
remember = cp $(1) .venv/installed/$(1)
install = $(unless-same) { \
	echo 'Installing what $(1) pins' && \
	$(RUN) -m pip install --quiet --require-hashes --requirement $(1) && $(remember); }

# The scripts in .venv hold the absolute path of the folder, so a moved or copied one is made anew.
VERSION = import sys; print(sys.version)
venv:
	@have=`$(RUN) -c '$(VERSION)' 2>/dev/null`; want=$$have; \
	if [ $(ASKED_FOR) = yes ]; then want=`$(PYTHON) -c '$(VERSION)' 2>/dev/null`; fi; \
	if [ -n "$$have" ] && [ "$$have" = "$$want" ] && \
	   [ "`cat .venv/installed/in 2>/dev/null`" = "`pwd`" ]; then exit 0; fi; \
	$(PYTHON) -c '' 2>/dev/null || { \
	echo '$(PYTHON) does not run. Install Python 3.11 or newer, or say where it is:' >&2; \
	echo '  make PYTHON=/path/to/python3 test' >&2; exit 1; }; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "$(PYTHON) is `$(PYTHON) --version 2>&1`; the edition needs Python 3.11 or newer:" >&2; \
	echo '  make PYTHON=/path/to/python3 test' >&2; exit 1; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo '$(PYTHON) cannot make a virtual environment: its modules venv and ensurepip are' >&2; \
	echo 'missing. On Debian and Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }; \
	echo "Making .venv with `$(PYTHON) --version`"; \
	rm -rf .venv && $(PYTHON) -m venv .venv && mkdir .venv/installed && pwd > .venv/installed/in
