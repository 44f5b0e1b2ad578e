/** What stands in a Firefox profile before the browser starts. */

export interface FirefoxProfileOptions {
  readonly geckoId: string;
  readonly uuid: string;
  readonly locale?: string;
}

/** Preferences on top of puppeteer's own: a known address for the extension, lasting storage, no network. */
export function firefoxPreferences({
  geckoId,
  uuid,
  locale,
}: FirefoxProfileOptions): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    // A temporary add-on is taken out when Firefox closes; what it stored should be there at the next start.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // Nothing but this machine can be reached: everything goes to a port where nobody listens, save loopback, which
    // Firefox never sends through a proxy.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.socks': '127.0.0.1',
    'network.proxy.socks_port': 9,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.toolbars.bookmarks.visibility': 'never',
    ...(locale === undefined ? {} : { 'intl.locale.requested': locale, 'intl.accept_languages': locale }),
  };
}
