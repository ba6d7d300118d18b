#!/bin/sh
# Sets everything up and starts Majlis: on the demo event, or as `majlis` with the arguments given.
#   sh packaging/run.sh                                  the window, on the demo event
#   sh packaging/run.sh print FILE book -o OUT.pdf       is `majlis print FILE book -o OUT.pdf`
set -eu
here=$(pwd)
cd "$(dirname "$0")/.."
root=$(pwd)
. packaging/setup.sh
# shellcheck disable=SC2086 -- lists of packages
set_up requirements $QT_LIBRARIES
majlis=$root/.venv/bin/majlis
cd "$here"

if [ $# -gt 0 ]; then
    exec "$majlis" "$@"
fi

demo=majlis-demo
mkdir -p "$demo"
[ -f "$demo/bridges.majlis" ] || "$majlis" new "$demo/bridges.majlis" --demo 2>/dev/null
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec "$majlis" "$demo/bridges.majlis"
fi

echo "There is no display, so Majlis does its main job without a window."
echo "The demo event, $demo/bridges.majlis:"
"$majlis" show "$demo/bridges.majlis"
echo "The check:"
"$majlis" check "$demo/bridges.majlis"
for language in en ar fr; do
    "$majlis" print "$demo/bridges.majlis" book -o "$demo/book-$language.pdf" --language "$language"
done
"$majlis" print "$demo/bridges.majlis" badges -o "$demo/badges.pdf"
echo "Printed: the programme book in English, Arabic and French, and the badges, all in $demo/."
echo "With a display, the window opens by:  sh packaging/run.sh"
