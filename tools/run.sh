#!/usr/bin/env bash
# Start the app; where there is no screen, say so and walk an example case along the same path.
set -eu
cd "$(dirname "$0")/.."
app=.venv/bin/routing-app
if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$app"
fi
out=build/voorbeeld
mkdir -p "$out"
cat <<'W'
Er is hier geen beeldscherm, dus het venster kan niet open.
Hieronder loopt een voorbeeldcasus (docs/voorbeeld/casus.json) langs dezelfde weg als in het venster.
(There is no screen here. An example case goes the same way as in the window.)

W
"$app" --data "$out/gegevens" advise docs/voorbeeld/casus.json --pdf "$out/advies.pdf"
printf '\nHet overzicht om af te drukken staat in: %s\n(The summary to print lies there.)\n' "$PWD/$out/advies.pdf"
