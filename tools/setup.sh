#!/usr/bin/env bash
# Make .venv as requirements-dev.lock says and put the app in it. Needs python3 (3.11 or newer) and make, no more.
# Does nothing where .venv already is what the lock and pyproject.toml ask for. VENV and PYTHON may be set.
set -eu
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}
python=${PYTHON:-python3}
stamp=$venv/.routewijzer-setup

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

command -v "$python" >/dev/null || stop "there is no '$python'. Install Python 3.11 or newer first."
version=$("$python" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])')
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "'$python' is Python $version; 3.11 or newer is needed. With another one: make setup PYTHON=python3.12"

wanted="$version $PWD $(cat requirements-dev.lock pyproject.toml tools/setup.sh | cksum)"
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

# Debian keeps parts that we need in packages of their own. As root we fetch them; otherwise we say the words.
install_packages() {  # $1 why, the rest: package names
    why=$1
    shift
    if ! command -v apt-get >/dev/null; then
        stop "$why. Install with your system's own tools what Debian calls: $*"
    elif [ "$(id -u)" = 0 ]; then
        say "$why: installing $*"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >/dev/null ||
            stop "apt-get could not install: $*"
    else
        stop "$why. Ask your system administrator for: sudo apt-get install $*"
    fi
}

"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    install_packages "$python cannot make virtual environments" "python${version%.*}-venv"

if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    say "making $venv with Python $version"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi
rm -f "$stamp"
pip="$venv/bin/python -m pip --disable-pip-version-check --quiet"
say "installing what requirements-dev.lock names, each file checked by its hash (the first time: a few minutes)"
$pip install --require-hashes -r requirements-dev.lock
say "installing Routewijzer Meldcode itself, from this folder"
$pip install --no-deps --no-build-isolation --no-index --editable .
# As pip does for a wheel: without its bytecode the first window would take half as long again.
"$venv/bin/python" -m compileall -q src

# What Qt itself needs from the system, asked of the very files that were installed.
if [ "$(uname -s)" = Linux ]; then
    qt=$("$venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
    missing() {
        find "$qt" \( -name 'QtWidgets*.so' -o -name 'libqxcb.so' -o -name 'libqoffscreen.so' -o -name 'libqwayland*.so' \) \
            -exec ldd {} + 2>/dev/null | awk '/not found/ {print $1}' | sort -u
    }
    if [ -n "$(missing)" ]; then
        install_packages "Qt misses $(missing | tr '\n' ' ')" libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 \
            libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
            libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1 \
            libwayland-client0 libwayland-cursor0 libwayland-egl1
        [ -z "$(missing)" ] || stop "Qt still misses: $(missing | tr '\n' ' ')"
    fi
fi
printf '%s' "$wanted" >"$stamp"
say "ready: $venv/bin/routing-app"
