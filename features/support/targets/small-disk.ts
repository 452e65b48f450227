import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { NotApplicableError } from '../errors.ts';

const run = promisify(execFile);

/** Room for the tables of a new stack and some movements; the rest is filled when a scenario says so. */
const SIZE_MIB = 24;
const PREFIX = 'corridor-disk-';
const NAME = new RegExp(`^${PREFIX}([0-9]+)-`);
const CHUNK = Buffer.alloc(64 * 1024);

/** A disk of its own under the tables of one database, that can be full. */
export interface SmallDisk extends AsyncDisposable {
  fill(): Promise<void>;
  /** Makes room again. */
  free(): Promise<void>;
}

/**
 * Puts the tables of a running stack on a small disk in memory. Disposed after the stack: its database is dropped.
 * @param database address of the database, whose user may make a tablespace
 * @throws NotApplicableError where we may not mount a disk
 */
export async function moveToSmallDisk(database: string): Promise<SmallDisk> {
  if (userInfo().uid !== 0) throw cannotMount('il faut le compte root');
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await using started = new AsyncDisposableStack();
  started.defer(() => rmdir(folder));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MIB}m,mode=0700`, 'tmpfs', folder]).catch(
    (error: Error) => {
      throw cannotMount(error.message.trim().split('\n').at(-1) ?? '');
    },
  );
  started.defer(() => unmount(folder));
  const name = `small_${folder.replace(/[^a-z0-9]/gi, '_').toLowerCase()}`;
  await onDatabase(database, async (client) => {
    await own(client, folder);
    started.defer(() => dropAll(database, name));
    await client.query(`create tablespace ${name} location '${folder}'`);
    for (const kind of ['table', 'index'])
      await client.query(`alter ${kind} all in tablespace pg_default set tablespace ${name}`);
  });
  const owned = started.move();
  const filler = join(folder, 'filler');
  return {
    fill: () => fillUp(filler),
    free: () => rm(filler, { force: true }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function onDatabase(url: string, act: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

/** The server must hold no file there when the disk goes, or it could never write its buffers out. */
async function dropAll(database: string, tablespace: string): Promise<void> {
  const server = new URL(database);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  await onDatabase(server.href, async (client) => {
    await client.query(`drop database if exists "${name}" with (force)`);
    await client.query(`drop tablespace if exists ${tablespace}`);
  });
}

/**
 * The server keeps its files under an account of its own, which must be able to write here. Only one that a stack of ours brought:
 * from under another no disk is ever taken away.
 */
async function own(client: Client, folder: string): Promise<void> {
  const { rows } = await client.query<{ data: string }>("select current_setting('data_directory') as data");
  const data = rows[0]?.data ?? '';
  if (!/^run-[0-9]+-/.test(basename(data)) || !existsSync(data))
    throw cannotMount("le serveur de base de données n'est pas celui que la pile apporte");
  const { uid, gid } = await stat(data);
  await chown(folder, uid, gid);
}

/** Writes until nothing more goes. */
async function fillUp(filler: string): Promise<void> {
  for (;;) {
    const full = await writeFile(filler, CHUNK, { flag: 'a' }).then(
      () => false,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOSPC') return true;
        throw error;
      },
    );
    if (full) return;
  }
}

/** Files that are still open go with the server that holds them. */
const unmount = async (folder: string): Promise<void> => void (await run('umount', ['--lazy', folder]));

/** Disks of runs that were killed are unmounted by the next one. */
async function sweep(): Promise<void> {
  for (const entry of readdirSync(tmpdir())) {
    const owner = NAME.exec(entry)?.[1];
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue;
    const folder = join(tmpdir(), entry);
    await unmount(folder).catch(() => undefined); // it may have been unmounted already
    await rmdir(folder).catch(() => undefined);
  }
}

const cannotMount = (seen: string): NotApplicableError =>
  new NotApplicableError(
    `Aucun petit disque ne peut être monté ici : ${seen}.`,
    'Lancez la campagne sous root, sur Linux, pile de référence et base embarquée.',
  );
