import type { PolicyFile } from './input.ts';
import type { RegistryValue } from './windows.ts';

/*
 * Deploy, detect, remove and test, in the shape that Intune's remediations want: detect exits 0 or 1.
 */

export function powershellFiles(
  values: readonly RegistryValue[],
  ownKeys: readonly string[],
  firefoxId: string,
): PolicyFile[] {
  const table = values.map(row).join('\r\n');
  return [
    { path: 'windows/Deploy-Candor.ps1', text: lines(deploy(table)) },
    { path: 'windows/Detect-Candor.ps1', text: lines(detect(table)) },
    { path: 'windows/Remove-Candor.ps1', text: lines(remove(ownKeys, firefoxId)) },
    { path: 'windows/Test-Candor.ps1', text: lines(test(table)) },
  ];
}

function row({ key, name, value }: RegistryValue): string {
  const [type, text] =
    typeof value === 'number'
      ? ['DWord', String(value)]
      : typeof value === 'string'
        ? ['String', quoted(value)]
        : ['MultiString', `@(${value.map(quoted).join(', ')})`];
  return `  @{ Key = ${quoted(`HKLM:\\${key}`)}; Name = ${quoted(name)}; Type = '${type}'; Value = ${text} }`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function deploy(table: string): string {
  return `#Requires -RunAsAdministrator
# Writes Candor's policy for Chrome, Edge and Firefox. Running it again changes nothing.
$ErrorActionPreference = 'Stop'
$values = @(
${table}
)
foreach ($v in $values) {
  if (-not (Test-Path -LiteralPath $v.Key)) { New-Item -Path $v.Key -Force | Out-Null }
  New-ItemProperty -LiteralPath $v.Key -Name $v.Name -PropertyType $v.Type -Value $v.Value -Force | Out-Null
}
Write-Output "Candor: $($values.Count) policy values written. Browsers take them up within minutes or at their next start."
`;
}

function detect(table: string): string {
  return `# Exit status 0 when every value is in place, 1 otherwise (Intune then runs Deploy-Candor.ps1).
$values = @(
${table}
)
$wrong = @($values | Where-Object {
  $found = (Get-ItemProperty -LiteralPath $_.Key -Name $_.Name -ErrorAction SilentlyContinue).($_.Name)
  (@($found) -join "\`n") -cne (@($_.Value) -join "\`n")
})
if ($wrong.Count -gt 0) { Write-Output "Candor: $($wrong.Count) policy values missing or different."; exit 1 }
Write-Output 'Candor: policy in place.'
exit 0
`;
}

function remove(ownKeys: readonly string[], firefoxId: string): string {
  return `#Requires -RunAsAdministrator
# Takes Candor's policy away; the browsers remove the extension and all that it stored at their next start.
$ErrorActionPreference = 'Stop'
$keys = @(
${ownKeys.map((key) => `  ${quoted(`HKLM:\\${key}`)}`).join('\r\n')}
)
foreach ($key in $keys) {
  if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse -Force }
}
# Firefox keeps all add-ons in one value, and an add-on whose entry is merely taken out: "blocked" takes it away.
$firefox = 'HKLM:\\SOFTWARE\\Policies\\Mozilla\\Firefox'
$found = (Get-ItemProperty -LiteralPath $firefox -Name ExtensionSettings -ErrorAction SilentlyContinue).ExtensionSettings
if ($found) {
  $settings = ($found -join "\`n") | ConvertFrom-Json
  $settings.PSObject.Properties.Remove(${quoted(firefoxId)})
  $settings | Add-Member -NotePropertyName ${quoted(firefoxId)} -NotePropertyValue ([pscustomobject]@{ installation_mode = 'blocked' })
  $text = @(($settings | ConvertTo-Json -Depth 20) -split "\`r?\`n")
  New-ItemProperty -LiteralPath $firefox -Name ExtensionSettings -PropertyType MultiString -Value $text -Force | Out-Null
}
Write-Output 'Candor: policy removed.'
`;
}

function test(table: string): string {
  return `# Shows each value: as it should be, and as it is.
$values = @(
${table}
)
$values | ForEach-Object {
  $found = (Get-ItemProperty -LiteralPath $_.Key -Name $_.Name -ErrorAction SilentlyContinue).($_.Name)
  [pscustomobject]@{
    Same  = (@($found) -join "\`n") -ceq (@($_.Value) -join "\`n")
    Name  = $_.Name
    Key   = $_.Key
    Found = @($found) -join ' '
  }
} | Format-Table -AutoSize -Wrap
Write-Output 'In the browser: chrome://policy, edge://policy, about:policies, and the Status page of Candor.'
`;
}

function lines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
}
