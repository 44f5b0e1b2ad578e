/**
 * A display that nobody looks at, with its picture as PNG: the whole window, toolbar and popup included, which no
 * browser can photograph itself. Needs Xvfb (package xvfb) and nothing else: it keeps its screen in a file.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CandorError } from '../../../shared/errors.ts';
import { findXvfb } from '../machine/display.ts';
import { type Pixels, pngOf } from './png.ts';

export interface Screen {
  /** For a browser's environment: `{ DISPLAY: screen.display }`. */
  readonly display: string;
  pixels(): Pixels;
  /** As PNG. */
  picture(): Uint8Array;
  stop(): Promise<void>;
}

const START_SECONDS = 15;

/** Starts a screen of `width` × `height` px. Throws `CandorError('not-found')` without Xvfb. */
export async function startScreen(width = 1280, height = 800): Promise<Screen> {
  const program = findXvfb();
  if (program === null)
    throw new CandorError('not-found', 'Xvfb was not found. On Debian: sudo apt-get install xvfb');
  const folder = mkdtempSync(join(tmpdir(), 'candor-screen-'));
  // `-displayfd` lets Xvfb choose a free number, so that two runs never meet.
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${width}x${height}x24`,
    '-fbdir',
    folder,
    '-nolisten',
    'tcp',
    '-noreset',
  ];
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const last = () => server.kill('SIGKILL');
  process.once('exit', last);
  const stop = async () => {
    process.off('exit', last);
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const number = await displayNumber(server);
  const file = join(folder, 'Xvfb_screen0');
  if (number === null || !existsSync(file)) {
    await stop();
    throw new CandorError('unreachable', 'Xvfb did not start.');
  }
  const pixels = () => pixelsOf(readFileSync(file));
  return { display: `:${number}`, pixels, picture: () => pngOf(pixels()), stop };
}

async function displayNumber(server: ChildProcess): Promise<string | null> {
  let said = '';
  server.stdio[3]?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (const until = Date.now() + START_SECONDS * 1000; Date.now() < until; await pause(20)) {
    if (said.includes('\n')) return said.trim();
    if (server.exitCode !== null) return null;
  }
  return null;
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((done) => server.once('exit', () => done()));
  server.kill('SIGTERM');
  const limit = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(limit);
}

/**
 * The file is an XWD dump (X11/XWDFile.h): 25 big-endian words, a window's name, a colour map, then rows of blue,
 * green, red and one unused byte.
 */
function pixelsOf(dump: Buffer): Pixels {
  const word = (index: number) => dump.readUInt32BE(index * 4);
  const [headerSize, width, height, rowBytes, colours] = [word(0), word(4), word(5), word(12), word(19)];
  const start = headerSize + colours * 12;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * rowBytes + x * 4;
      const to = (y * width + x) * 3;
      rgb[to] = dump[from + 2] ?? 0;
      rgb[to + 1] = dump[from + 1] ?? 0;
      rgb[to + 2] = dump[from] ?? 0;
    }
  }
  return { width, height, rgb };
}
