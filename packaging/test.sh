#!/bin/sh
# Sets everything up, then runs every check and test; arguments go on to pytest, as in `sh packaging/test.sh tests/store`.
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh
# shellcheck disable=SC2086 -- lists of packages
set_up requirements-dev $QT_LIBRARIES $TEST_TOOLS
bin=.venv/bin

echo "Form";   "$bin/ruff" format --check --quiet src tests packaging
echo "Lint";   "$bin/ruff" check --quiet src tests packaging
echo "Walls";  "$bin/lint-imports" --no-cache >/tmp/majlis-walls-$$ 2>&1 || { cat /tmp/majlis-walls-$$; rm -f /tmp/majlis-walls-$$; exit 1; }
rm -f /tmp/majlis-walls-$$
echo "Types";  "$bin/basedpyright" --warnings
echo "Tests"
if [ $# -gt 0 ]; then
    exec "$bin/python" -m pytest "$@"
fi
"$bin/python" -m pytest -q -n 2 --cov --cov-report=term --cov-fail-under=90
