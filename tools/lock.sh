#!/usr/bin/env bash
# Make both locks anew from pyproject.toml: requirements.lock (to run) and requirements-dev.lock (to work on it).
# Every package with its hashes, for every platform, and no word on where it was fetched from: the lock is the
# same whichever mirror a municipality uses (docs/decisions/0002).
set -eu
cd "$(dirname "$0")/.."
uv=.venv/bin/uv
[ -x "$uv" ] || uv=$(command -v uv) || { echo "uv is missing: run 'make setup' first." >&2; exit 1; }
common="--quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links"
common="$common --no-header --no-annotate --upgrade"
# shellcheck disable=SC2086  # the options are words of their own
"$uv" pip compile $common pyproject.toml -o requirements.lock
# shellcheck disable=SC2086
"$uv" pip compile $common --extra dev --extra proof -c requirements.lock pyproject.toml -o requirements-dev.lock
for file in requirements.lock requirements-dev.lock; do
    if grep -n '://' "$file"; then
        echo "$file names a host; see the lines above." >&2
        exit 1
    fi
    echo "$file: $(grep -c '==' "$file") packages"
done
