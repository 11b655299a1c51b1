#!/bin/sh
# Creates or refreshes .venv from requirements.lock: Python 3.10, exact versions, hashes checked.
# Needs only Python 3 with pip, whatever its version; uv is fetched into .tools when it is not there.
set -eu
cd "$(dirname "$0")/.."

stamp=".venv/.installed-$(cat requirements.lock pyproject.toml | cksum | tr ' ' '-')"
[ -f "$stamp" ] && exit 0

say() { printf '%s\n' "$*" >&2; }

find_uv() {
    if command -v uv >/dev/null 2>&1; then
        command -v uv
        return
    fi
    if [ ! -x .tools/uv/bin/uv ]; then
        say "Installation de uv dans .tools…"
        python3 -m pip install --quiet --root-user-action=ignore --target .tools/uv uv >&2
    fi
    echo "$PWD/.tools/uv/bin/uv"
}

find_python() {
    # pyenv first: its shims answer to "python3.10" even when that version is not installed.
    if command -v pyenv >/dev/null 2>&1; then
        for name in 3.10 $(pyenv versions --bare 2>/dev/null | grep '^3\.10\.' | tail -n 1); do
            prefix=$(pyenv prefix "$name" 2>/dev/null) && [ -x "$prefix/bin/python" ] && echo "$prefix/bin/python" && return
        done
    fi
    for candidate in python3.10 python3 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    "$1" python find --no-python-downloads 3.10 2>/dev/null && return
    say "Python 3.10 absent : installation…"
    if "$1" python install 3.10 >&2; then
        "$1" python find 3.10
    elif command -v pyenv >/dev/null 2>&1 && pyenv install --skip-existing 3.10 >&2; then
        echo "$(pyenv prefix 3.10)/bin/python"
    else
        say "Python 3.10 est introuvable et n'a pas pu être installé : installez-le, puis recommencez."
        exit 1
    fi
}

uv=$(find_uv)
python=$(find_python "$uv")
say "Environnement : $($python --version), paquets de requirements.lock (quelques minutes la première fois)…"
[ -x .venv/bin/python ] || "$uv" venv --quiet --python "$python" .venv
install() { "$uv" pip sync --python .venv/bin/python --require-hashes requirements.lock; }
# Some networks sign with a certificate of their own: the system knows it, uv's own list does not.
install || { export UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 && install; }
# The project itself, so that the command `assistant` exists; its dependencies are those of the lock.
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
rm -f .venv/.installed-*
touch "$stamp"
