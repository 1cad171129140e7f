#!/bin/sh
# qemu.sh: sets up, builds and boots the system.  ./qemu.sh --help
# Only finds a Node that can run the rest, which is scripts/setup/start.mjs. Without one it installs all missing tools at once.

set -eu
repository=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
setup=$repository/scripts/setup
pinned_node=$repository/build/tools/node/bin/node

# usable NODE: new enough to run the set-up; the set-up itself fetches a newer one for the rest where needed
usable() {
  case $("$1" --version 2>/dev/null || true) in
    v1[6-9].* | v[2-9][0-9].*) return 0 ;;
    *) return 1 ;;
  esac
}

find_node() {
  for candidate in "$pinned_node" node nodejs; do
    if usable "$candidate"; then
      node=$candidate
      return 0
    fi
  done
  return 1
}

if ! find_node; then
  assume_yes=""
  list=""
  for argument in "$@"; do
    case $argument in
      --help | -h) cat "$setup/help.txt"; exit 0 ;;
      --check) list=--list ;;
      --yes) assume_yes=--yes ;;
      --) break ;;
    esac
  done
  sh "$setup/system-tools.sh" $list $assume_yes
  if ! find_node; then
    printf '%s\n' "qemu.sh: no Node 16 or newer was found even now; install Node 20.19 or newer, see https://nodejs.org" >&2
    exit 1
  fi
fi
exec "$node" "$setup/start.mjs" "$@"
