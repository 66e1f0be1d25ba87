# What every tool here needs of the machine; read by the scripts in Tools, not run by itself.

# Without it SwiftPM orders a package's trait flags by hash and compiles dependencies again at random.
export SWIFT_DETERMINISTIC_HASHING=1
export DEBIAN_FRONTEND=noninteractive

stop() {
  echo "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

install_packages() {
  if ! have apt-get; then
    stop "missing: $*. Install these with this machine's package manager and run this again."
  fi
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || stop "missing: $*. Run as root, or: apt-get install $*"
    root=(sudo -n --preserve-env=DEBIAN_FRONTEND)
  fi
  echo "installing $*"
  # A package index that cannot be refreshed is no reason to stop: what is needed may be in the old one.
  "${root[@]}" apt-get update -qq </dev/null || true
  "${root[@]}" apt-get install -y -qq --no-install-recommends "$@" </dev/null
}

# The headers are what the build needs, wherever they came from.
header() { printf '#include <%s>\n' "$1" | clang -fsyntax-only -x c - >/dev/null 2>&1; }

# Swift itself and the two libraries the product needs.
system_libraries() {
  have swift || stop "Swift 6 is missing: https://www.swift.org/install/"
  swift --version 2>&1 | head -n 1
  if [ "$(uname -s)" = Darwin ]; then
    if ! have pkg-config || ! pkg-config --exists libsodium; then
      have brew || stop "libsodium and pkg-config are missing: install them, for example with Homebrew"
      brew install libsodium pkg-config
    fi
    return
  fi
  local missing=()
  header sqlite3.h || missing+=(libsqlite3-dev)
  header sodium.h || missing+=(libsodium-dev)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

# What the public pages are looked at with. Fonts as well: without any, nothing has a width.
browser() {
  if have chromium && have chromedriver && have tidy; then
    chromium --version 2>/dev/null
    return
  fi
  if [ "$(uname -s)" = Darwin ]; then
    have brew || stop "chromium, chromedriver and tidy are missing: install them, for example with Homebrew"
    brew install --cask chromium chromedriver && brew install tidy-html5
    return
  fi
  install_packages chromium chromium-driver tidy fonts-liberation
}

# What serves the public site in the tests. Without a package manager they say that they were not run.
web_server() {
  if have nginx || [ -x /usr/sbin/nginx ]; then
    echo "present"
  elif have apt-get; then
    install_packages nginx
  elif [ "$(uname -s)" = Darwin ] && have brew; then
    brew install nginx
  else
    echo "nginx is missing and there is no package manager: its tests will be skipped"
  fi
}

# Builds the program as it is handed out and prints where it is. Static: it starts sooner and needs no Swift beside it.
release_build() {
  swift build -c release --static-swift-stdlib --product waarborg -Xlinker -s >&2
  printf '%s/waarborg\n' "$(swift build -c release --static-swift-stdlib --show-bin-path)"
}
