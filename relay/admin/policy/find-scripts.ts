import type { PolicyInput } from './input.ts';

/*
 * Which installs are on this computer, for endpoint teams. They look at the names and manifests of extensions, never at
 * what one stored. Exit status 0: only the expected version, or none. 1: another version, to be looked at.
 */

/** For Linux and macOS, in plain sh. */
export function findScript(input: PolicyInput): string {
  return `#!/bin/sh
# Lists Candor's installs on this computer: browser, version, expected or not. Run as root for all users; HOMES names
# other places than /home, /root and /Users. Exit status 0 when there is nothing but the expected version, 1 otherwise.
set -u
chromium_id='${input.chromiumId}'
firefox_id='${input.firefoxId}'
version='${input.version}'
xpi_sha256='${input.sha256.xpi}'
homes=\${HOMES:-"/home/* /root /Users/*"}
status=0

sha256() { if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

report() { # browser, version found, where, whether it is as expected
  if [ "$4" = yes ]; then echo "expected   $1 $2  $3"; else echo "UNEXPECTED $1 $2  $3"; status=1; fi
}

for home in $homes; do
  for folder in "$home"/.config/*/*/Extensions/"$chromium_id"/* \\
    "$home"/.config/*/Extensions/"$chromium_id"/* \\
    "$home"/Library/Application\\ Support/*/*/Extensions/"$chromium_id"/* \\
    "$home"/Library/Application\\ Support/*/*/*/Extensions/"$chromium_id"/*; do
    [ -f "$folder/manifest.json" ] || continue
    found=$(basename "$folder"); found=\${found%_*}
    if [ "$found" = "$version" ]; then report chromium "$found" "$folder" yes; else report chromium "$found" "$folder" no; fi
  done
  for file in "$home"/.mozilla/firefox/*/extensions/"$firefox_id.xpi" \\
    "$home"/.config/mozilla/firefox/*/extensions/"$firefox_id.xpi" \\
    "$home"/Library/Application\\ Support/Firefox/Profiles/*/extensions/"$firefox_id.xpi"; do
    [ -f "$file" ] || continue
    # Mozilla's signature changes the hash: then the one of the signed package stands here instead.
    if [ "$(sha256 "$file")" = "$xpi_sha256" ]; then report firefox "$version" "$file" yes; else report firefox other "$file" no; fi
  done
done
exit $status
`;
}

/** For Windows; Intune takes it as a detection script. */
export function findScriptForWindows(input: PolicyInput): string {
  return `# Lists Candor's installs on this computer: browser, version, expected or not. Run as administrator for all users.
# Exit status 0 when there is nothing but the expected version, 1 otherwise. Not run on Windows by the project.
$version = '${input.version}'
$xpi = '${input.sha256.xpi}'
$found = @()
$chromium = 'C:\\Users\\*\\AppData\\Local\\*\\*\\User Data\\*\\Extensions\\${input.chromiumId}\\*'
foreach ($folder in @(Get-Item -Path $chromium -ErrorAction SilentlyContinue)) {
  $is = ($folder.Name -split '_')[0]
  $found += [pscustomobject]@{ Browser = 'chromium'; Version = $is; Expected = ($is -eq $version); Where = $folder.FullName }
}
$firefox = 'C:\\Users\\*\\AppData\\Roaming\\Mozilla\\Firefox\\Profiles\\*\\extensions\\${input.firefoxId}.xpi'
foreach ($file in @(Get-Item -Path $firefox -ErrorAction SilentlyContinue)) {
  $same = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash -eq $xpi
  $found += [pscustomobject]@{ Browser = 'firefox'; Version = $(if ($same) { $version } else { 'other' }); Expected = $same; Where = $file.FullName }
}
$found | Format-Table -AutoSize -Wrap
if (@($found | Where-Object { -not $_.Expected }).Count -gt 0) { exit 1 }
exit 0
`;
}
