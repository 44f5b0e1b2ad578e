import { homedir } from 'node:os';
import { basename } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { IMPORTS, type Import, importsOf } from './repository/imports.ts';
import { codeOfFile, FILES, isIn, ROOT, SOURCES, textOfFile } from './repository/tree.ts';

/*
 * The rules of the house, held by reading the tree. Each failure names the file and what it does; there is no list of
 * exceptions but the ones written here.
 */

const CAPABILITIES = ['compose', 'outbox', 'conversations', 'inbox', 'policy'].map(
  (name) => `extension/${name}`,
);
const PRODUCT = SOURCES.filter((path) => isIn(path, 'shared', 'extension', 'relay'));

function shown(imports: readonly Import[]): string[] {
  return imports.map(({ from, to }) => `${from} imports ${to}`);
}

function importsFrom(...folders: readonly string[]): Import[] {
  return IMPORTS.filter(({ from }) => isIn(from, ...folders));
}

function packageOf(to: string): string {
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('reading imports', () => {
  it('sees every form of import there is, and which are types only', () => {
    const source = `import a from './a.ts';
import { b, type C } from '../b.ts';
import type { D } from './d.ts';
import { type E, type F } from './e.ts';
import {
  g,
  h,
} from 'preact/hooks';
import './style.css';
export { i } from './i.ts';
/* import j from './j.ts'; */
const k = await import('./k.ts');`;
    expect(importsOf('x/y.ts', source).map(({ to, typesOnly }) => [to, typesOnly])).toEqual([
      ['x/a.ts', false],
      ['b.ts', false],
      ['x/d.ts', true],
      ['x/e.ts', true],
      ['preact/hooks', false],
      ['x/style.css', false],
      ['x/i.ts', false],
      ['x/k.ts', false],
    ]);
  });

  it('finds the tree it is about', () => {
    expect(PRODUCT.length).toBeGreaterThan(50);
    expect(IMPORTS.length).toBeGreaterThan(PRODUCT.length);
  });
});

/** Modules of shared/ whose values a screen may show: kinds, grades, reasons, routes. */
const CLOSED_LISTS = [
  'shared/pulse-scales.ts',
  'shared/reply.ts',
  'shared/taxonomy.ts',
  'shared/team-actions.ts',
];

describe('who may import whom', () => {
  it('shared/ imports nothing of ours but itself, nothing of Node, and few packages', () => {
    const allowed = [
      '@noble/hashes',
      '@scure/bip39',
      'fflate',
      'http-message-sig',
      'shamir-secret-sharing',
      'tweetnacl',
      'valibot',
    ];
    const wrong = importsFrom('shared').filter(({ to, isPackage }) =>
      isPackage ? !allowed.includes(packageOf(to)) : !isIn(to, 'shared'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('relay and extension never import each other, and neither imports test/', () => {
    const wrong = IMPORTS.filter(
      ({ from, to }) =>
        (isIn(from, 'relay') && isIn(to, 'extension', 'test')) ||
        (isIn(from, 'extension') && isIn(to, 'relay', 'test')),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it("a capability of the extension imports shared/, itself, and another's types", () => {
    const wrong = importsFrom(...CAPABILITIES).filter(({ from, to, isPackage, typesOnly }) => {
      if (isPackage) return false;
      const own = CAPABILITIES.find((folder) => isIn(from, folder)) ?? '';
      return !isIn(to, 'shared', own) && !(typesOnly && isIn(to, ...CAPABILITIES));
    });
    expect(shown(wrong)).toEqual([]);
  });

  it('a capability imports no screen, no storage, no browser and nothing of Node', () => {
    const forbidden = /^(node:|preact|idb$|webextension-polyfill$|hono|puppeteer)/;
    const wrong = importsFrom(...CAPABILITIES).filter(({ to, isPackage }) => isPackage && forbidden.test(to));
    expect(shown(wrong)).toEqual([]);
  });

  it('ui/ imports preact, itself, its texts, types, and the lists that a person picks from', () => {
    const wrong = importsFrom('extension/ui')
      .filter(({ from }) => !from.endsWith('.mjs'))
      .filter(({ to, isPackage, typesOnly }) => {
        if (typesOnly || CLOSED_LISTS.includes(to)) return false;
        return isPackage ? packageOf(to) !== 'preact' : !isIn(to, 'extension/ui', 'extension/locales');
      });
    expect(shown(wrong)).toEqual([]);
  });

  it('store/ and browser/ import shared/, themselves and the capabilities whose ports they fill', () => {
    for (const folder of ['extension/store', 'extension/browser']) {
      const wrong = importsFrom(folder).filter(
        ({ to, isPackage }) => !isPackage && !isIn(to, 'shared', folder, ...CAPABILITIES),
      );
      expect(shown(wrong)).toEqual([]);
    }
  });

  it('only store/ imports idb', () => {
    const wrong = IMPORTS.filter(({ from, to }) => to === 'idb' && !isIn(from, 'extension/store', 'test'));
    expect(shown(wrong)).toEqual([]);
  });

  it('exactly one file imports webextension-polyfill, and it is in browser/', () => {
    const importers = IMPORTS.filter(({ to, typesOnly }) => to === 'webextension-polyfill' && !typesOnly);
    expect(new Set(importers.map(({ from }) => from)).size).toBeLessThanOrEqual(1);
    expect(importers.every(({ from }) => isIn(from, 'extension/browser'))).toBe(true);
  });

  it('hop, drop and mailroom can be run apart: none of them reaches into another', () => {
    const parts = ['relay/hop', 'relay/mailroom', 'relay/drop'];
    const wrong = importsFrom(...parts).filter(({ from, to }) => {
      // The hop is handed a drop, so it may know what one looks like.
      if (isIn(from, 'relay/hop') && to === 'relay/drop/drop.ts') return false;
      return (
        parts.some((part) => isIn(to, part) && !isIn(from, part)) || isIn(to, 'relay/demo', 'relay/admin')
      );
    });
    expect(shown(wrong)).toEqual([]);
  });

  it('every package that is imported stands in package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOfFile('package.json'));
    const known = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const wrong = IMPORTS.filter(
      ({ to, isPackage }) => isPackage && !/^(node:|#|virtual:)/.test(to) && !known.includes(packageOf(to)),
    );
    expect(shown(wrong)).toEqual([]);
    const running = Object.keys({ ...dependencies, ...optionalDependencies });
    const onlyDeveloped = IMPORTS.filter(
      ({ from, to, isPackage, typesOnly }) =>
        isPackage &&
        !typesOnly &&
        isIn(from, 'shared', 'relay/hop', 'relay/drop', 'relay/mailroom') &&
        !to.startsWith('node:') &&
        !running.includes(packageOf(to)),
    );
    expect(shown(onlyDeveloped)).toEqual([]);
  });
});

describe('time, chance and the world outside come in as parameters', () => {
  const ENTRIES = ['extension/entrypoints', 'extension/browser', 'relay/demo'];
  const ENTRY_FILES = ['relay/main.ts', 'relay/admin/candor.ts'];
  const inner = PRODUCT.filter((path) => !isIn(path, ...ENTRIES) && !ENTRY_FILES.includes(path));

  it.each([
    ['Date.now', /\bDate\.now\b/],
    ['new Date() of now', /\bnew Date\(\s*\)/],
    ['Math.random', /\bMath\.random\b/],
    ['crypto.getRandomValues', /\bgetRandomValues\b|\brandomUUID\b/],
    ['setTimeout or setInterval', /\bset(Timeout|Interval)\(/],
    ['performance.now', /\bperformance\.now\b/],
  ])('%s is called in entry points only', (_, call) => {
    expect(inner.filter((path) => call.test(codeOfFile(path)))).toEqual([]);
  });

  it('shared/ and the capabilities reach for no global of a browser or of Node', () => {
    const pure = PRODUCT.filter((path) => isIn(path, 'shared', ...CAPABILITIES));
    const globals = /(^|[^.\w])(window|document|localStorage|indexedDB|navigator|process|browser|chrome)\./m;
    const reaches = (path: string): boolean => {
      const code = codeOfFile(path);
      // A `fetch` that is a parameter is somebody else's.
      return globals.test(code) || (/(^|[^.\w])fetch\(/m.test(code) && !/\bfetch(: |\(\w+: )/.test(code));
    };
    expect(pure.filter(reaches)).toEqual([]);
  });

  it('ui/ holds no crypto, no storage, no fetch, no browser', () => {
    const ui = PRODUCT.filter((path) => isIn(path, 'extension/ui') && !path.endsWith('.mjs'));
    const calls = /(^|[^.\w])(crypto|localStorage|sessionStorage|indexedDB|fetch|browser|chrome)(\.|\()/m;
    expect(ui.filter((path) => calls.test(codeOfFile(path)))).toEqual([]);
  });

  it('nothing the product runs writes to the console but the command and the demo', () => {
    const quiet = PRODUCT.filter(
      (path) => !isIn(path, 'relay/demo', 'relay/admin') && path !== 'relay/main.ts',
    );
    expect(quiet.filter((path) => /\bconsole\./.test(codeOfFile(path)))).toEqual([]);
  });
});

describe('how things are named', () => {
  const ours = FILES.filter((path) => isIn(path, 'shared', 'extension', 'relay', 'test'));
  const DOCUMENTS = /^([A-Z]+\.md|Dockerfile|Caddyfile|managed_schema\.json)$/;

  it('files and folders are in kebab-case', () => {
    const wrong = ours.filter((path) =>
      path
        .split('/')
        .some(
          (part) =>
            !DOCUMENTS.test(part) && !/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(part),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('none is named after nothing in particular', () => {
    const vague = /^(utils?|help(er|ers)|services?|common|types?|misc|lib)$/;
    const wrong = ours.filter((path) =>
      path.split('/').some((part) => vague.test(part.replace(/\..*$/, ''))),
    );
    expect(wrong).toEqual([]);
  });

  it('no file only passes on what others export', () => {
    const barrels = SOURCES.filter((path) => {
      const code = codeOfFile(path)
        .replace(/^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+''\s*;?\s*$/gm, '')
        .trim();
      return code === '' || /^index\.tsx?$/.test(basename(path));
    });
    expect(barrels.filter((path) => !isIn(path, 'extension/entrypoints'))).toEqual([]);
  });

  it('exports have names, but where a tool wants a default', () => {
    const wrong = SOURCES.filter(
      (path) =>
        !isIn(path, 'extension/entrypoints') &&
        !path.endsWith('.config.ts') &&
        /^export default\b/m.test(codeOfFile(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('tests are all meant to run', () => {
    const tests = SOURCES.filter((path) => isIn(path, 'test'));
    expect(tests.filter((path) => /\b(it|test|describe)\.(only|todo)\b/.test(codeOfFile(path)))).toEqual([]);
  });
});

describe('what is refused and what is said', () => {
  it('error codes stand in alphabetical order, once each', () => {
    const union = /ErrorCode =([^;]+);/.exec(textOfFile('shared/errors.ts'))?.[1] ?? '';
    const codes = [...union.matchAll(/'([^']+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('shared/ and extension/ let no error out but CandorError', () => {
    const wrong = PRODUCT.filter((path) => isIn(path, 'shared', 'extension')).filter((path) => {
      const code = codeOfFile(path);
      const thrown = [...code.matchAll(/\bthrow new (\w+)/g)].map(([, name = '']) => name);
      // A RangeError is a slip in the program itself. A class of the file's own, not exported, is caught there.
      return thrown.some(
        (name) =>
          !['CandorError', 'RangeError'].includes(name) && !new RegExp(`^class ${name}\\b`, 'm').test(code),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('what travels is read with schemas that refuse unknown fields', () => {
    const wrong = PRODUCT.filter((path) => isIn(path, 'shared')).filter((path) =>
      /\bv\.(object|looseObject|any|unknown)\(/.test(codeOfFile(path)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what must not be in the project', () => {
  const texts = FILES.filter((path) => !/\.(png|ico|woff2?|jpg|gif|zip)$/.test(path));

  it('no path of the machine it was made on', () => {
    const places = [ROOT, `${homedir()}/`].filter((place) => place.length > 2);
    const wrong = texts.filter((path) => {
      const text = textOfFile(path);
      return places.some((place) => text.includes(place)) || /\/(home|Users)\/(?!node\b)[a-z]+\//.test(text);
    });
    expect(wrong).toEqual([]);
  });

  it('no package registry but the public one, and that only in the lockfile', () => {
    const lock = textOfFile('package-lock.json');
    const hosts = [...lock.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host);
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
    const wrong = texts.filter(
      (path) =>
        path !== 'package-lock.json' &&
        /\bregistry\.[a-z-]+\.[a-z]+|_authToken|^registry=/m.test(textOfFile(path)),
    );
    expect(wrong.filter((path) => path !== 'test/unit/repository.test.ts')).toEqual([]);
  });

  it('no key, no certificate, no database and no log', () => {
    expect(FILES.filter((path) => /\.(key|pem|p12|crx|xpi|sqlite|db|log)$/.test(path))).toEqual([]);
  });
});

describe('dependencies', () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    textOfFile('package.json'),
  );
  const all: Record<string, string> = { ...dependencies, ...devDependencies, ...optionalDependencies };

  it('are pinned exactly', () => {
    const loose = Object.entries({ ...all, ...overrides }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version as string),
    );
    expect(loose).toEqual([]);
  });

  it.skipIf(!FILES.includes('README.md'))(
    'are each named in README.md, and the README names no other',
    () => {
      const readme = textOfFile('README.md');
      const from = readme.search(/^#+ .*dependenc/im);
      const section = readme.slice(from, readme.indexOf('\n## ', from + 1));
      const named = new Set([...section.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name));
      expect(Object.keys(all).filter((name) => !named.has(name))).toEqual([]);
      const rows = [...section.matchAll(/^\| (`[^|]+?) \| ([^|]+) \|$/gm)];
      expect(rows.length).toBeGreaterThan(5);
      for (const [, names = '', reason = ''] of rows) {
        expect(reason.trim().length, names).toBeGreaterThan(5);
        for (const [, name = ''] of names.matchAll(/`([^`]+)`/g)) expect(Object.keys(all)).toContain(name);
      }
    },
  );
});
