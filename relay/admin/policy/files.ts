import { admxFiles } from './admx.ts';
import { googleAdminFiles, linuxFiles } from './chromium.ts';
import { firefoxFiles } from './firefox.ts';
import type { PolicyFile, PolicyInput } from './input.ts';
import { intuneFiles } from './intune.ts';
import { macosFiles } from './macos.ts';
import { networkFiles } from './network.ts';
import { readmeFiles } from './readme.ts';
import { windowsFiles } from './windows.ts';

/** Everything for every platform, in one list. */
export function policyFiles(input: PolicyInput): PolicyFile[] {
  return [
    ...readmeFiles(input),
    ...linuxFiles(input),
    ...firefoxFiles(input),
    ...windowsFiles(input),
    ...admxFiles(input),
    ...macosFiles(input),
    ...googleAdminFiles(input),
    ...intuneFiles(input),
    ...networkFiles(input),
  ];
}
