import { api } from './extension-api.ts';

export function onBrowserStart(callback: () => void): void {
  api.runtime.onStartup.addListener(callback);
}

/** Installed, updated, or the browser was. */
export function onInstalled(callback: () => void): void {
  api.runtime.onInstalled.addListener(callback);
}
