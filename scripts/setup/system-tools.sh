#!/bin/sh
# System tools: says which of tools.txt are missing, all at once, and installs them with the system's package manager.
#   system-tools.sh [--list] [--yes] [tool ...]     with tools named, these are the missing ones; otherwise it looks itself
# Exit status 0: nothing is missing any more. 1: something is; the reason and the cure were printed.
# POSIX sh, because on a fresh computer nothing else is there. All messages go to standard error.

set -u
table=$(dirname "$0")/tools.txt
list_only=no
assume_yes=no
wanted=" "
for argument in "$@"; do
  case $argument in
    --list) list_only=yes ;;
    --yes) assume_yes=yes ;;
    *) wanted="$wanted$argument " ;;
  esac
done

say() {
  printf '%s\n' "$*" >&2
}

# present COMMAND_OR_FILES: whether the command is on the path or one of the files exists
present() {
  case $1 in
    /*) for file in $1; do [ -e "$file" ] && return 0; done; return 1 ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

# is_missing NAME COMMAND_OR_FILES: named by the caller, or not found when nothing was named
is_missing() {
  if [ "$wanted" = " " ]; then
    ! present "$2"
  else
    case $wanted in *" $1 "*) return 0 ;; *) return 1 ;; esac
  fi
}

package_manager=none
for candidate in apt-get dnf pacman zypper brew; do
  if command -v "$candidate" >/dev/null 2>&1; then
    package_manager=$candidate
    break
  fi
done

missing=0
packages=""
say "Missing on this computer:"
while IFS='|' read -r name where version reason apt dnf pacman zypper brew; do
  case $name in '#'* | '') continue ;; esac
  is_missing "$name" "$where" || continue
  missing=$((missing + 1))
  [ "$version" = - ] || name="$name $version or newer"
  say "  $name: $reason"
  case $package_manager in
    apt-get | none) package=$apt ;;
    dnf) package=$dnf ;;
    pacman) package=$pacman ;;
    zypper) package=$zypper ;;
    brew) package=$brew ;;
  esac
  case " $packages " in *" $package "*) ;; *) packages="$packages $package" ;; esac
done <"$table"

if [ "$missing" -eq 0 ]; then
  say "  nothing"
  exit 0
fi

case $package_manager in
  apt-get) install="apt-get install -y --no-install-recommends$packages" ;;
  dnf) install="dnf install -y$packages" ;;
  pacman) install="pacman -S --needed --noconfirm$packages" ;;
  zypper) install="zypper --non-interactive install$packages" ;;
  brew) install="brew install$packages" ;;
  none)
    say "No package manager known here was found. The packages are called on Debian:$packages"
    exit 1
    ;;
esac

as_root=""
if [ "$package_manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    say "Installing needs an administrator, and sudo is not here. Ask one to run:"
    say "  $install"
    exit 1
  fi
  as_root="sudo "
fi
say "They come with:"
say "  $as_root$install"
[ "$list_only" = yes ] && exit 1

if [ "$assume_yes" = no ]; then
  if [ ! -t 0 ]; then
    say "Run that line, or start again with --yes to have it run for you."
    exit 1
  fi
  printf 'Run it now? [y/N] ' >&2
  read -r answer || answer=no
  case $answer in y | Y | yes | Yes) ;; *) exit 1 ;; esac
fi

# A computer without a package index (a fresh container) cannot install anything; an old index names packages that are gone.
# Word splitting of the command is wanted from here on; its words hold no blanks.
if [ "$package_manager" = apt-get ]; then
  # shellcheck disable=SC2086
  ${as_root}apt-get update -q >&2 || say "The package index could not be refreshed; trying with the one that is there."
fi
if [ "$package_manager" = apt-get ] && [ -n "$as_root" ]; then
  install="env DEBIAN_FRONTEND=noninteractive $install"
else
  export DEBIAN_FRONTEND=noninteractive
fi
# shellcheck disable=SC2086
if ! $as_root $install </dev/null >&2; then
  say "The installation failed; the package manager's own words are above."
  exit 1
fi
