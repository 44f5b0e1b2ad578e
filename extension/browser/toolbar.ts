import { api, IN_FIREFOX } from './extension-api.ts';

/*
 * The toolbar's button, the context menu, the side panel and the tabs.
 */

export const MENU_KINDS = ['near_miss', 'hazard'] as const;
export type MenuKind = (typeof MENU_KINDS)[number];
const MENU_MESSAGE: Readonly<Record<MenuKind, string>> = {
  near_miss: 'menu_nearMiss',
  hazard: 'menu_hazard',
};

/** Nothing of the page is read: the entries are there wherever a hand may be. */
const CONTEXTS = [
  'page',
  'frame',
  'selection',
  'link',
  'editable',
  'image',
  'video',
  'audio',
  'action',
] as const;

/** Makes the two entries anew, in the browser's language; takes them away where the panel is hidden. */
export async function setMenu(shown: boolean): Promise<void> {
  await api.contextMenus.removeAll();
  if (!shown) return;
  for (const kind of MENU_KINDS) {
    api.contextMenus.create(
      { id: kind, title: api.i18n.getMessage(MENU_MESSAGE[kind]), contexts: [...CONTEXTS] },
      // Read, so that the browser does not report it: two starts at once may both make them.
      () => void api.runtime.lastError,
    );
  }
}

/** Of what the browser tells about the click, only which entry it was is looked at. */
export function onMenu(callback: (kind: MenuKind) => void): void {
  api.contextMenus.onClicked.addListener(({ menuItemId }) => {
    const kind = MENU_KINDS.find((known) => known === menuItemId);
    if (kind !== undefined) callback(kind);
  });
}

/** The language of the browser's own words, and so of the menu. */
export function browserLanguage(): string {
  return api.i18n.getUILanguage();
}

export async function setButton(enabled: boolean): Promise<void> {
  await (enabled ? api.action.enable() : api.action.disable());
}

/** Opens the panel below its button. False where the browser does not: another popup is open, a window minimised. */
export async function openPanel(): Promise<boolean> {
  try {
    await api.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** A small neutral mark on the button for a few seconds, for when the panel cannot open. */
export async function showMark(milliseconds: number): Promise<void> {
  await api.action.setBadgeBackgroundColor({ color: '#55666A' });
  await api.action.setBadgeText({ text: '✓' });
  setTimeout(() => void api.action.setBadgeText({ text: '' }), milliseconds);
}

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * What opens the side panel (Firefox: the sidebar) when called in a click. Browsers demand that nothing is waited for
 * in between, so the window is found out beforehand. `null` where there is none.
 */
export async function sidePanelOpener(): Promise<(() => Promise<void>) | null> {
  if (IN_FIREFOX) return () => api.sidebarAction.open();
  const { sidePanel } = api as unknown as { sidePanel?: SidePanel };
  const { id } = await api.windows.getCurrent();
  if (sidePanel === undefined || id === undefined) return null;
  return () => sidePanel.open({ windowId: id });
}

/** What an admin wants to know of the installation itself. */
export async function installFacts(): Promise<{
  id: string;
  version: string;
  installType: string;
  shortcut: string;
}> {
  const { version } = api.runtime.getManifest();
  const { installType } = await api.management.getSelf();
  const commands = await api.commands.getAll();
  const shortcut = commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
  return { id: api.runtime.id, version, installType, shortcut };
}

/** Firefox only: whether the build's host permission for the relay is granted. Always true in Chromium, which needs none. */
export async function mayReach(url: string): Promise<boolean> {
  if (!IN_FIREFOX) return true;
  return api.permissions.contains({ origins: [`${new URL(url).protocol}//${new URL(url).hostname}/*`] });
}
