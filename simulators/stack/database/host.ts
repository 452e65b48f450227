import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StackError } from '../errors.ts';

/** What the database needs to know of the machine: environment variables and who we are. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Process id of the stack, part of the names of its folders. */
  readonly pid: number;
  /** Whether a process of this id runs; false for -1. */
  readonly isAlive: (pid: number) => boolean;
}

/** The unprivileged account under which PostgreSQL runs, or null: then it runs as ourselves. */
export interface ServiceAccount {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY = ['postgres', 'nobody'];

/** PostgreSQL refuses to run as root: then the account `postgres`, else `nobody`, of this machine. */
export function serviceAccount(): ServiceAccount | null {
  if (os.userInfo().uid !== 0) return null;
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const accounts = new Map(lines.map((line) => [line.split(':')[0] ?? '', line.split(':')]));
  const entry = NOBODY.map((name) => accounts.get(name)).find((found) => found !== undefined);
  if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  throw new StackError(
    'POSTGRES_NOT_STARTED',
    'Failed to start PostgreSQL as root: found neither account "postgres" nor "nobody".',
    'Run as an ordinary user, or give --database URL.',
  );
}

/**
 * The folder that keeps prepared servers between starts. Root uses the system's temporary folder, because the
 * service account cannot enter root's home.
 */
export function cacheFolder(host: Host): string {
  const { uid } = os.userInfo();
  const xdg = host.env['XDG_CACHE_HOME'];
  const ofUser = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache');
  const folder = uid === 0 ? path.join(os.tmpdir(), 'corridor-0') : path.join(ofUser, 'corridor');
  try {
    return ownFolder(folder, uid);
  } catch {
    return ownFolder(path.join(os.tmpdir(), `corridor-${uid}`), uid);
  }
}

function ownFolder(folder: string, uid: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid: owner } = lstatSync(folder);
  if (uid === -1 || owner === uid) return folder;
  throw new StackError(
    'POSTGRES_NOT_STARTED',
    `Failed to use ${folder}: it belongs to another account (uid ${owner}).`,
    'Set XDG_CACHE_HOME to a folder of yours, or give --database URL.',
  );
}
