# Sets up everything that Majlis needs, once; sourced by run.sh and test.sh from the root of the checkout.
#   set_up LOCK PACKAGE...   LOCK is requirements or requirements-dev, the packages are Debian's.
# Where nothing has changed since the last time, it returns at once.

find_python() {
    for candidate in python3.11 python3.12 python3.13 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "Majlis needs Python 3.11 or newer; install it and start again." >&2
    exit 3
}

install_missing() {
    command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || return 0
    missing=""
    for package in "$@"; do
        state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
        case "$state" in *" installed") ;; *) missing="$missing $package" ;; esac
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
    else
        echo "Some system libraries are missing; ask for them:  sudo apt-get install$missing" >&2
        return 0
    fi
    echo "Installing system libraries:$missing" >&2
    $as_root apt-get update -qq >&2 || true
    # shellcheck disable=SC2086 -- a list of packages
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >&2 ||
        echo "They could not be installed; the window may not open." >&2
}

set_up() {
    lock=$1
    shift
    python=$(find_python) || exit 3
    stamp=.venv/set-up-$lock
    fingerprint=$(cat "packaging/$lock.txt" pyproject.toml packaging/setup.sh | cksum)
    if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$fingerprint" ]; then
        return 0
    fi
    install_missing "$@"
    if [ ! -x .venv/bin/python ]; then
        "$python" -c 'import ensurepip' 2>/dev/null || install_missing python3-venv python3.11-venv
        echo "Making .venv …" >&2
        "$python" -m venv .venv
    fi
    echo "Installing what packaging/$lock.txt lists …" >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "packaging/$lock.txt" >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . >&2
    echo "$fingerprint" >"$stamp"
}

QT_LIBRARIES="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libbrotli1
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
TEST_TOOLS="xvfb xauth poppler-utils qpdf unicode-data strace"
