import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { packageRoot } from '../../profile/export/package-root.ts';
import { onPath } from '../../simulators/go-tools/index.ts';
import { findToxiproxy } from '../../simulators/links/index.ts';
import { describeFailure } from '../failure.ts';
import type { Io } from '../io.ts';
import { GET_K6, type K6Places, k6AtHand } from '../load/find-k6.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';

type Env = Io['env'];

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 10_000;
const JAVA_MAJOR = 11;

/**
 * What parts of a run on the reference stack need beside it: without these the rest is played all the same.
 * @param root folder of the package, under which Go tools may have been built
 */
export const examineBeside = (
  io: Pick<Io, 'env' | 'cwd'>,
  root: string = packageRoot(),
): Promise<DoctorFinding[]> =>
  Promise.all([services(io.env), fullDisk(), toxiproxy(io.env, root), k6({ ...io, root })]);

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
async function toxiproxy(env: Env, root: string): Promise<DoctorFinding> {
  if (env['TOXIPROXY_URL'] || env['TOXIPROXY_BIN'])
    return ok('toxiproxy', 'the Toxiproxy of the environment');
  const found = await findToxiproxy({ env, root, build: false }).catch(() => undefined);
  if (found !== undefined) return ok('toxiproxy', found);
  if (onPath(env, 'go')) return ok('toxiproxy', 'Go, which builds Toxiproxy when it is asked for');
  return warning(
    'toxiproxy',
    'no Toxiproxy and no Go: --links toxiproxy will be refused; the embedded links need neither',
    'For --links toxiproxy: install Go 1.25 or later, or give TOXIPROXY_URL or TOXIPROXY_BIN.',
  );
}

/** Asked for by load plans alone. */
async function k6(places: K6Places): Promise<DoctorFinding> {
  try {
    const found = await k6AtHand(places);
    if (found) return ok('k6', `k6 ${found.version}: ${found.command.join(' ')}`);
  } catch (error) {
    const { message, hint } = describeFailure(error);
    return warning('k6', `${message.replace(/\.$/, '')}: load plans will be refused`, hint);
  }
  if (onPath(places.env, 'go')) return ok('k6', 'Go, which builds k6 when it is asked for');
  if (onPath(places.env, 'docker')) return ok('k6', 'docker, which runs k6 in a container');
  return warning('k6', 'no k6, no Go and no docker: load plans will be refused', GET_K6);
}
