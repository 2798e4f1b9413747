#!/usr/bin/env bash
# Build what can be given to others, in dist/: a wheel, and a folder that starts without Python. Then start both.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
# PyInstaller cuts up binaries with objdump.
if [ "$(uname -s)" = Linux ] && ! command -v objdump >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update -qq && apt-get install -y -qq binutils; } >/dev/null
    else
        echo "objdump is missing. Ask your system administrator for: sudo apt-get install binutils" >&2
        exit 1
    fi
fi
rm -rf dist build/pyinstaller
echo "package: building the wheel"
$python -m build --wheel --no-isolation --outdir dist . >/dev/null
echo "package: building the folder dist/routing-app (some minutes)"
$python -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller packaging/routewijzer.spec
du -sh dist/routing-app dist/*.whl
QT_QPA_PLATFORM=offscreen $python -m pytest -m slow tests/house/test_packages.py
