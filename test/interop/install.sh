#!/usr/bin/env bash
# Installs what `npm run interop` needs, where this machine has apt and we may use it.
set -euo pipefail
command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || exit 1
export DEBIAN_FRONTEND=noninteractive
packages=(libreoffice-calc poppler-utils fonts-noto-cjk python3-openpyxl)
apt-get install -qq -y --no-install-recommends "${packages[@]}" && exit 0
apt-get update -qq
apt-get install -qq -y --no-install-recommends "${packages[@]}"
