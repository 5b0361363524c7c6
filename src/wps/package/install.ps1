# 离线安装到本机 WPS：powershell -ExecutionPolicy Bypass -File install.ps1；卸载加 -Remove
# 只改 publish.xml 里本加载项的一项，其他加载项原样保留；改动前的 publish.xml 另存为 publish.xml.bak。
param([switch]$Remove)
$ErrorActionPreference = 'Stop'
$addons = Join-Path $env:APPDATA 'kingsoft\wps\jsaddons'
$list = Join-Path $addons 'publish.xml'
New-Item -ItemType Directory -Force -Path $addons | Out-Null
$xml = New-Object System.Xml.XmlDocument
if (Test-Path $list) {
  Copy-Item $list "$list.bak" -Force
  $xml.Load($list)
} else {
  $xml.LoadXml('<?xml version="1.0" encoding="UTF-8"?><jsplugins></jsplugins>')
}
$root = $xml.SelectSingleNode('/jsplugins')
if ($null -eq $root) { throw "$list ?" }
foreach ($old in @($root.SelectNodes("*[@name='{{name}}']"))) { [void]$root.RemoveChild($old) }
Get-ChildItem $addons -Directory -Filter '{{name}}_*' | Remove-Item -Recurse -Force
if (-not $Remove) {
  $entry = $xml.CreateElement('jsplugin')
  $entry.SetAttribute('name', '{{name}}')
  $entry.SetAttribute('type', 'et')
  $entry.SetAttribute('url', 'file://')
  $entry.SetAttribute('version', '{{version}}')
  $entry.SetAttribute('enable', 'enable_dev')
  [void]$root.AppendChild($entry)
  Copy-Item -Recurse -Force (Join-Path $PSScriptRoot 'offline\{{folder}}') $addons
}
$xml.Save($list)
Write-Output "OK: $list"
