#!/bin/sh
# 离线安装到本机 WPS：sh install.sh；卸载：sh install.sh --remove
# 只改 publish.xml 里本加载项的一项，其他加载项原样保留；改动前的 publish.xml 另存为 publish.xml.bak。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
addons=${WPS_JSADDONS:-$HOME/.local/share/Kingsoft/wps/jsaddons}
list=$addons/publish.xml
entry='  <jsplugin name="{{name}}" type="et" url="file://" version="{{version}}" enable="enable_dev"/>'
[ "${1:-}" != --remove ] || entry=

mkdir -p "$addons"
[ -f "$list" ] ||
  printf '<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n</jsplugins>\n' > "$list"
# 一个元素一行，去掉本加载项从前的登记，再登记一次。
{ tr '\r\n\t' '   ' < "$list"; echo; } |
  sed -e 's/> *</>\
</g' -e 's/<jsplugins *\/>/<jsplugins>\
<\/jsplugins>/' |
  ENTRY=$entry awk '
    /<jsplugin(online)? / && /name *= *["\047]{{name}}["\047]/ { next }
    /<\/jsplugins>/ && ENVIRON["ENTRY"] != "" { print ENVIRON["ENTRY"]; done = 1 }
    { sub(/ +$/, ""); print }
    END { if (ENVIRON["ENTRY"] != "" && !done) exit 1 }
  ' > "$list.new" || { rm -f "$list.new"; echo "看不懂 $list，没有改动。" >&2; exit 1; }

# 先复制好新的，再去掉旧的。
rm -rf "$addons/.{{name}}"
[ -z "$entry" ] || cp -R "$here/offline/{{folder}}" "$addons/.{{name}}"
rm -rf "$addons"/{{name}}_*
[ -z "$entry" ] || mv "$addons/.{{name}}" "$addons/{{folder}}"
if cmp -s "$list.new" "$list"; then rm "$list.new"
else
  cp -p "$list" "$list.bak"
  mv "$list.new" "$list"
fi
if [ -z "$entry" ]; then echo "已卸载。请重新启动 WPS 表格。"
else echo "已安装到 $addons。请重新启动 WPS 表格，提示是否信任时点“允许”，再重新启动一次。"; fi
