# 离线安装到本机 WPS：powershell -ExecutionPolicy Bypass -File install.ps1；卸载加 -Remove
# 只改 publish.xml 里本加载项的一项，其他加载项原样保留；改动前的 publish.xml 另存为 publish.xml.bak。
# 只用 Windows 7 自带的 PowerShell 2.0 也有的命令。
param([switch]$Remove)
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$addons = Join-Path $env:APPDATA 'kingsoft\wps\jsaddons'
$list = Join-Path $addons 'publish.xml'
New-Item -ItemType Directory -Force -Path $addons | Out-Null
$xml = New-Object System.Xml.XmlDocument
$isThere = Test-Path $list
if ($isThere) {
  $xml.Load($list)
} else {
  $xml.LoadXml('<?xml version="1.0" encoding="UTF-8"?><jsplugins></jsplugins>')
}
$before = $xml.OuterXml
$root = $xml.SelectSingleNode('/jsplugins')
if ($null -eq $root) { throw "看不懂 $list，没有改动。" }
foreach ($old in @($root.SelectNodes("*[@name='{{name}}']"))) { [void]$root.RemoveChild($old) }

# 先复制好新的，再去掉旧的。
$copied = Join-Path $addons '.{{name}}'
if (Test-Path $copied) { Remove-Item $copied -Recurse -Force }
if (-not $Remove) {
  Copy-Item (Join-Path $here 'offline\{{folder}}') $copied -Recurse -Force
}
Get-ChildItem $addons |
  Where-Object { $_.PSIsContainer -and $_.Name -like '{{name}}_*' } |
  ForEach-Object { Remove-Item $_.FullName -Recurse -Force }
if (-not $Remove) {
  Rename-Item $copied '{{folder}}'
  $entry = $xml.CreateElement('jsplugin')
  $entry.SetAttribute('name', '{{name}}')
  $entry.SetAttribute('type', 'et')
  $entry.SetAttribute('url', 'file://')
  $entry.SetAttribute('version', '{{version}}')
  $entry.SetAttribute('enable', 'enable_dev')
  [void]$root.AppendChild($entry)
}
if (-not $isThere -or $xml.OuterXml -ne $before) {
  if ($isThere) { Copy-Item $list "$list.bak" -Force }
  # 不带字节顺序标记的 UTF-8。
  $settings = New-Object System.Xml.XmlWriterSettings
  $settings.Encoding = New-Object System.Text.UTF8Encoding($false)
  $settings.Indent = $true
  $writer = [System.Xml.XmlWriter]::Create($list, $settings)
  try { $xml.Save($writer) } finally { $writer.Close() }
}
if ($Remove) { Write-Output '已卸载。请重新启动 WPS 表格。' }
else { Write-Output ('已安装到 ' + $addons + '。请重新启动 WPS 表格，提示是否信任时点“允许”，再重新启动一次。') }
