import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, type Host, type ServiceAccount, serviceAccount } from './host.ts';
import { findInstallation, type Installation, moveUnlessThere } from './installation.ts';
import { createTemplate } from './provision.ts';
import { schemaDigest } from './schema.ts';
import { startServer } from './server.ts';

const run = promisify(execFile);

/** The account that the stack uses on a server of its own. */
export const OWN_ROLE = 'corridor';
/** The database that a prepared server already holds, schema included. */
export const OWN_DATABASE = 'corridor';

/** A data directory with the schema in it, initialised once per version and schema, copied for every start. */
export interface PreparedDirectory {
  readonly installation: Installation;
  readonly account: ServiceAccount | null;
  /** Never run on: only copied. */
  readonly data: string;
  readonly password: string;
  /** A name for a copy, that nobody else uses. */
  freshCopy(): string;
}

/** Finds the prepared directory of this version and schema, or makes it (about two seconds, once). */
export async function prepareDirectory(host: Host): Promise<PreparedDirectory> {
  const cache = cacheFolder(host);
  const account = serviceAccount();
  const installation = findInstallation(cache, host);
  const room = path.join(cache, 'data');
  mkdirSync(room, { recursive: true, mode: 0o700 });
  if (account) chownSync(room, account.uid, account.gid);
  sweepAbandoned(room, host);
  const folder = path.join(room, `prepared-${installation.version}-${schemaDigest()}`);
  if (!existsSync(folder)) await make(folder, room, installation, account, host);
  return {
    installation,
    account,
    data: path.join(folder, 'data'),
    password: readFileSync(path.join(folder, 'password'), 'utf8').trim(),
    freshCopy: () => path.join(room, `run-${host.pid}-${randomBytes(4).toString('hex')}`),
  };
}

async function make(
  folder: string,
  room: string,
  installation: Installation,
  account: ServiceAccount | null,
  host: Host,
): Promise<void> {
  const making = mkdtempSync(path.join(room, `making-${host.pid}-`));
  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(making, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  chmodSync(making, 0o700);
  if (account) for (const file of [making, passwordFile]) chownSync(file, account.uid, account.gid);
  const data = path.join(making, 'data');
  const flags = ['--encoding=UTF8', '--locale=C', `--username=${OWN_ROLE}`, '--auth=password'];
  flags.push(`--pwfile=${passwordFile}`, '--wal-segsize=1', '--no-sync', '-D', data);
  await run(path.join(installation.bin, 'initdb'), flags, { cwd: '/', ...account });
  const server = await startServer({ installation, account, from: null, data, temporary: false });
  try {
    const url = new URL(`postgres://${OWN_ROLE}:${password}@127.0.0.1:${server.port}/postgres`);
    await createTemplate(url, OWN_DATABASE);
  } finally {
    await server.stop();
  }
  moveUnlessThere(making, folder);
}

/** Folders of processes that are gone (the supervisor itself was killed, or the machine fell) are removed. */
function sweepAbandoned(room: string, { isAlive }: Host): void {
  for (const name of readdirSync(room)) {
    const owner = /^(?:run|making)-([0-9]+)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const servers = [path.join(room, name), path.join(room, name, 'data')];
    if (!servers.some((data) => isAlive(serverOf(data))))
      rmSync(path.join(room, name), { recursive: true, force: true });
  }
}

/** The process that runs on a data directory, or -1. */
function serverOf(data: string): number {
  try {
    return Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return -1;
  }
}
