import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { type Build, parseBuild, UNBAKED } from './extension/policy/build.ts';

/*
 * Two environment variables choose what is built: CANDOR_BUILD_FILE, the JSON that `candor pack` or the demo writes
 * (extension/policy/build.ts says its shape), and CANDOR_OUT_DIR, the folder below which `chrome-mv3` and `firefox-mv3`
 * are made. Nothing else of the machine goes into the result.
 */

const root = import.meta.dirname;
const buildFile = process.env.CANDOR_BUILD_FILE;
const build: Build = buildFile ? parseBuild(JSON.parse(readFileSync(buildFile, 'utf8'))) : UNBAKED;

/** Public half of the key that gives every demo build the same id in Chromium; nobody has the other half. */
const DEMO_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0g+t6VW0OM/+CxUUPPtj/7VeM9dzkAJX/uLCa3CAj+C3UN9xTMIC5kD/BFIWbZ7Ws494dKmO3pC1BszZ7kZsXSJsExnkAT/FWRa80303tttIHU0mXZwl3LQFLvEjMMErLZPflhvBNlUNKEDgGwP0ub7F5Sl6qY4RNOntHTV9F4qEgJOGqF7Cx+Wph0N4dsRWMTkaqlqObBi6Dm6vDp2XQWpQbfy5ooiuDlTgtG7epsXka/81oCRdI95rgn8u0wrWAJc7sE7QM4UQWMY6N9gaxfkC7a+Hs07nrXbopz4G7NJR30VzYnDF4e9a2tBfWlok4ZI03TzfmubhCfgy8O9wTwIDAQAB';

const TOOLTIP = '__MSG_extension_tooltip__';
const GECKO_ID = 'candor@candor.example';

/** The oldest browsers with Ed25519 in WebCrypto; Firefox also with data consent and alarms in event pages. */
const OLDEST_CHROMIUM = '137';
const OLDEST_FIREFOX = '140.0';

/**
 * Pages and background run and load nothing but what is packed; nothing can be framed, posted or based elsewhere. The
 * relay and the mailroom are named by policy, so any HTTPS address may be connected to, and this computer in a demo.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: process.env.CANDOR_OUT_DIR ?? '.output',
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [preact(), sameHead()],
    define: { __CANDOR_BUILD__: JSON.stringify(build) },
    build: { modulePreload: false, reportCompressedSize: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'contextMenus'],
    icons: iconsOf('icon'),
    action: { default_title: TOOLTIP, default_icon: iconsOf('icon') },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_flag__',
      },
    },
    storage: { managed_schema: 'managed_schema.json' },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox' ? forFirefox() : forChromium()),
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      // WXT takes the tooltip from the page's title, which knows no languages.
      if (manifest.action) manifest.action.default_title = TOOLTIP;
    },
    'build:publicAssets': (_wxt, files) => {
      files.push(...locales());
    },
  },
});

/** What every page says in its head before its title. */
function sameHead(): Plugin {
  const meta = (attrs: Record<string, string>) => ({ tag: 'meta', attrs, injectTo: 'head-prepend' as const });
  return {
    name: 'same-head',
    transformIndexHtml: () => [
      meta({ charset: 'utf-8' }),
      meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      meta({ name: 'color-scheme', content: 'light dark' }),
      meta({ name: 'referrer', content: 'no-referrer' }),
    ],
  };
}

function forChromium() {
  return {
    minimum_chrome_version: OLDEST_CHROMIUM,
    ...(build.demo === null ? {} : { key: DEMO_KEY }),
  };
}

function forFirefox() {
  return {
    // Only so that requests to the relay carry no name of the profile: see extension/browser/transport.ts.
    host_permissions: build.relayOrigins.map(hostPermission),
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: ['healthInfo', 'personalCommunications'] as const },
      },
    },
  };
}

/** Firefox refuses ports in match patterns; a pattern without one holds for all of them. */
function hostPermission(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

function iconsOf(folder: string): Record<string, string> {
  const sizes = readdirSync(join(root, 'extension/public', folder))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);
  return Object.fromEntries(sizes.map((size) => [size, `${folder}/${size}.png`]));
}

/**
 * What the browser itself says (name, tooltip, menu, command) in each language there is, from the same catalogues as
 * everything else: adding a language stays adding one file.
 */
function locales(): { relativeDest: string; contents: string }[] {
  const folder = join(root, 'extension/locales');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const catalogue: Record<string, string> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const messages = Object.fromEntries(
        Object.entries(catalogue)
          .filter(([key]) => /^(?:extension|command|menu)\./.test(key))
          .map(([key, message]) => [key.replaceAll('.', '_'), { message }]),
      );
      const language = file.replace(/\.json$/, '').replace('-', '_');
      return {
        relativeDest: `_locales/${language}/messages.json`,
        contents: `${JSON.stringify(messages)}\n`,
      };
    });
}
