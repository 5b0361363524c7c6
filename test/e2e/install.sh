#!/usr/bin/env bash
# Installs the browser that the end-to-end tests drive, where this machine has apt and we may use it.
set -euo pipefail
command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || exit 1
export DEBIAN_FRONTEND=noninteractive
packages=(chromium fonts-noto-cjk)
apt-get install -qq -y --no-install-recommends "${packages[@]}" && exit 0
apt-get update -qq
apt-get install -qq -y --no-install-recommends "${packages[@]}"
