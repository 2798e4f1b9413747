#!/usr/bin/env bash
# Run everything but the window in an environment that has no Qt at all: rules, advice, paper, log and commands
# must do without.
set -eu
cd "$(dirname "$0")/.."
venv=.venv-core
stamp=$venv/.routewijzer-setup
wanted="$PWD $(cat requirements-dev.lock pyproject.toml | cksum)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    echo "core: making $venv without Qt"
    rm -rf "$venv"
    .venv/bin/python -m venv "$venv"
    # A package's hashes are the indented lines under it.
    awk '/^[^ ]/ {qt = /^(pyside6-essentials|shiboken6|pytest-qt)==/} !qt' requirements-dev.lock >"$venv/core.lock"
    "$venv/bin/python" -m pip install --quiet --require-hashes -r "$venv/core.lock"
    "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
    printf '%s' "$wanted" >"$stamp"
fi
# The settings of pytest-qt stand in pyproject.toml, and are unknown here.
"$venv/bin/python" -m pytest --override-ini=addopts="--import-mode=importlib --strict-markers -ra" \
    -W ignore::pytest.PytestConfigWarning --ignore=tests/desktop -m "not slow and not soak" -n 2 "$@"
