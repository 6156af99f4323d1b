#!/bin/sh
# Says what a group of work needs and installs what is missing through the system's package manager.
#   sh .ci/needs.sh make|build|test|slow
# make: to read the Makefile. build: to build and run. test: also `make test`. slow: also the slower suites of .ci/run.
# Debian and Ubuntu are proven; other package managers by their documentation. Nothing is done when nothing is missing.
# A list of packages is split into words on purpose.
# shellcheck disable=SC2086
set -eu
group=${1:-build}

have() { command -v "$1" >/dev/null 2>&1; }
library() { have pkg-config && pkg-config --exists "$1"; }

# What is missing, in neutral names.
missing=
want() { missing="$missing $1"; }
have make || want make
if [ "$group" != make ]; then
    have cc || have gcc || want cc
    have pkg-config || want pkg-config
    library ncursesw || want ncurses
    library yaml-0.1 || want yaml
    library libutf8proc || want utf8proc
fi
if [ "$group" = test ] || [ "$group" = slow ]; then
    library cmocka || want cmocka
    library vterm || want vterm
    have python3 && python3 -c 'import yaml' 2>/dev/null || want pyyaml
    have mandoc || want mandoc
    library libical || want libical
    have jq || want jq
fi
if [ "$group" = slow ]; then
    have clang || want clang
    have clang && ls "$(clang -print-resource-dir)"/lib/*/libclang_rt.fuzzer-* >/dev/null 2>&1 || want fuzzer
    have clang-format || want clang-format
    have clang-tidy || want clang-tidy
    have valgrind || want valgrind
    have node && have npm || want node
    have python3 && python3 -c 'import jsonschema' 2>/dev/null || want jsonschema
    have zsh || want zsh
    have fish || want fish
    have chromium || have chromium-browser || have google-chrome || want chromium
    have pdftotext || want poppler
fi
[ -n "$missing" ] || exit 0

names() { # the package of each neutral name, for one package manager
    for name in $missing; do
        case $1:$name in
        apt:cc) echo gcc libc6-dev ;;
        apt:pkg-config) echo pkg-config ;;
        apt:ncurses) echo libncurses-dev ;;
        apt:yaml) echo libyaml-dev ;;
        apt:utf8proc) echo libutf8proc-dev ;;
        apt:cmocka) echo libcmocka-dev ;;
        apt:vterm) echo libvterm-dev ;;
        apt:pyyaml) echo python3-yaml ;;
        apt:libical) echo libical-dev ;;
        apt:fuzzer) echo libclang-rt-dev ;;
        apt:node) echo nodejs npm ;;
        apt:jsonschema | dnf:jsonschema | zypper:jsonschema) echo python3-jsonschema ;;
        pacman:jsonschema) echo python-jsonschema ;;
        apk:jsonschema) echo py3-jsonschema ;;
        apt:poppler) echo poppler-utils ;;
        dnf:cc) echo gcc ;;
        dnf:pkg-config) echo pkgconf-pkg-config ;;
        dnf:ncurses) echo ncurses-devel ;;
        dnf:yaml) echo libyaml-devel ;;
        dnf:utf8proc) echo utf8proc-devel ;;
        dnf:cmocka) echo libcmocka-devel ;;
        dnf:vterm) echo libvterm-devel ;;
        dnf:pyyaml) echo python3-pyyaml ;;
        dnf:libical) echo libical-devel ;;
        dnf:fuzzer) echo compiler-rt ;;
        dnf:clang-format | dnf:clang-tidy) echo clang-tools-extra ;;
        dnf:node) echo nodejs npm ;;
        dnf:poppler) echo poppler-utils ;;
        pacman:cc) echo gcc ;;
        pacman:pkg-config) echo pkgconf ;;
        pacman:ncurses) echo ncurses ;;
        pacman:yaml) echo libyaml ;;
        pacman:utf8proc) echo libutf8proc ;;
        pacman:vterm) echo libvterm ;;
        pacman:pyyaml) echo python-yaml ;;
        pacman:fuzzer) echo compiler-rt ;;
        pacman:clang-format | pacman:clang-tidy) echo clang ;;
        pacman:node) echo nodejs npm ;;
        zypper:cc) echo gcc ;;
        zypper:ncurses) echo ncurses-devel ;;
        zypper:yaml) echo libyaml-devel ;;
        zypper:utf8proc) echo utf8proc-devel ;;
        zypper:cmocka) echo libcmocka-devel ;;
        zypper:vterm) echo libvterm-devel ;;
        zypper:pyyaml) echo python3-PyYAML ;;
        zypper:libical) echo libical-devel ;;
        zypper:node) echo nodejs-default npm-default ;;
        zypper:poppler) echo poppler-tools ;;
        apk:cc) echo gcc musl-dev ;;
        apk:pkg-config) echo pkgconf ;;
        apk:ncurses) echo ncurses-dev ;;
        apk:yaml) echo yaml-dev ;;
        apk:utf8proc) echo utf8proc-dev ;;
        apk:cmocka) echo cmocka-dev ;;
        apk:vterm) echo libvterm-dev ;;
        apk:pyyaml) echo py3-yaml ;;
        apk:libical) echo libical-dev ;;
        apk:fuzzer) echo compiler-rt ;;
        apk:clang-format | apk:clang-tidy) echo clang-extra-tools ;;
        apk:node) echo nodejs npm ;;
        apk:poppler) echo poppler-utils ;;
        brew:cc | brew:jsonschema) ;;
        brew:yaml) echo libyaml ;;
        brew:chromium) ;; # a browser is an application there, not a package
        brew:vterm) echo libvterm ;;
        brew:pyyaml) echo pyyaml ;;
        brew:fuzzer | brew:clang | brew:clang-format | brew:clang-tidy) echo llvm ;;
        *) echo "$name" ;;
        esac
    done | tr '\n' ' '
}

as_root=
if [ "$(id -u)" != 0 ]; then
    if have sudo; then as_root=sudo; elif have doas; then as_root=doas; fi
fi

say_and_stop() {
    echo "candour needs:$missing" >&2
    echo "$1" >&2
    exit 3
}
run() { echo "+ $*"; "$@" </dev/null; }

if have apt-get; then manager=apt
elif have dnf; then manager=dnf
elif have pacman; then manager=pacman
elif have zypper; then manager=zypper
elif have apk; then manager=apk
elif have brew; then manager=brew
else say_and_stop "No package manager that this script knows was found; please install these."
fi
packages=$(names $manager)
if [ $manager != brew ] && [ "$(id -u)" != 0 ] && [ -z "$as_root" ]; then
    say_and_stop "Please have an administrator install: $packages"
fi
echo "candour needs, and will install with $manager${as_root:+ (through $as_root)}: $packages"
case $manager in
apt)
    # A fresh machine has no package lists; an old list may name what is no longer served.
    run $as_root apt-get update -q
    run $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages
    ;;
dnf) run $as_root dnf install -y $packages ;;
pacman) run $as_root pacman -Sy --needed --noconfirm $packages ;;
zypper) run $as_root zypper --non-interactive install $packages ;;
apk) run $as_root apk add $packages ;;
brew) run brew install $packages ;;
esac
