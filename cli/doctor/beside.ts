import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { onPath } from '../../simulators/go-tools/index.ts';
import type { Io } from '../io.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';

type Env = Io['env'];

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 10_000;
const JAVA_MAJOR = 11;

/** What parts of a run on the reference stack need beside it: without these the rest is played all the same. */
export const examineBeside = async ({ env }: Io): Promise<DoctorFinding[]> => [
  await services(env),
  fullDisk(),
  toxiproxy(env),
];

/** The doubles of the national services run on WireMock. */
async function services(env: Env): Promise<DoctorFinding> {
  if (env['WIREMOCK_URL']) return ok('services', 'the WireMock of WIREMOCK_URL');
  const java = await javaOf(env);
  if (java.major !== undefined && java.major >= JAVA_MAJOR) return ok('services', `Java ${java.major}`);
  const inCi = env['CI'] === 'true';
  const outcome = inCi ? 'an error (CI=true)' : '« sans objet »';
  const seen = `${java.seen}, and no WIREMOCK_URL: scenarios tagged @services will be ${outcome}`;
  const remedy = 'Install Java 11 or later, or give a running WireMock 3 in WIREMOCK_URL.';
  return inCi ? problem('services', seen, remedy) : warning('services', seen, remedy);
}

async function javaOf(env: Env): Promise<{ readonly major?: number; readonly seen: string }> {
  try {
    const { stdout, stderr } = await run('java', ['-version'], {
      env: { ...env },
      timeout: ANSWER_WITHIN_MS,
    });
    const said = (stderr || stdout).split('\n')[0] ?? '';
    // Up to Java 8 the number came second: 1.8.0.
    const [, major = '0'] = /version "(?:1\.)?(\d+)/.exec(said) ?? [];
    return { major: Number(major), seen: `the Java on PATH is no Java 11: ${said.slice(0, 80)}` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { seen: code === 'ENOENT' ? 'no Java on PATH' : `java -version ended with ${code}` };
  }
}

/** A disk in memory is mounted for the database. */
function fullDisk(): DoctorFinding {
  if (process.platform === 'linux' && userInfo().uid === 0) return ok('full-disk', 'root on Linux');
  return warning(
    'full-disk',
    'not root on Linux: scenarios of a full disk will be « sans objet »',
    'Run as root on Linux to play them.',
  );
}

/** Asked for by `--links toxiproxy` alone. */
function toxiproxy(env: Env): DoctorFinding {
  const found = (name: string): boolean => onPath(env, name) !== undefined;
  if (env['TOXIPROXY_URL'] || env['TOXIPROXY_BIN'])
    return ok('toxiproxy', 'the Toxiproxy of the environment');
  if (found('toxiproxy-server')) return ok('toxiproxy', 'toxiproxy-server on PATH');
  if (found('go')) return ok('toxiproxy', 'Go, which builds Toxiproxy when it is asked for');
  return warning(
    'toxiproxy',
    'no Toxiproxy and no Go: --links toxiproxy will be refused; the embedded links need neither',
    'For --links toxiproxy: install Go 1.24 or later, or give TOXIPROXY_URL or TOXIPROXY_BIN.',
  );
}
