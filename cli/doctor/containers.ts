import { type Docker, openEngine } from '../../features/support/containers/engine.ts';
import { type ImageList, imageOf } from '../../features/support/containers/image-list.ts';
import { STARTED } from '../../features/support/containers/parts.ts';
import { isRemote } from '../../features/support/containers/reach.ts';
import { reasonIn } from '../../features/support/containers/run-network.ts';
import { countAbandoned } from '../../features/support/containers/sweep.ts';
import { ownerOf } from '../../features/support/ownership/owner.ts';
import { counted } from '../counted.ts';
import { contextDigest } from '../images/build-images.ts';
import { LABELS, labelsOf } from '../images/engine-images.ts';
import type { Io } from '../io.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';
import { whyNotListening } from './listening.ts';

const BUILD =
  'Run corridor images build (without a registry, on Debian or Ubuntu: --from-debian), or corridor images load DIR.';

const LOG_IN = 'Run docker login for the registry; then docker pull, or corridor images load DIR.';
const FETCH =
  'Look at the registry (CORRIDOR_IMAGE_PREFIX, or "prefix" of the file of --images), or make the images under that name: corridor images build, or corridor images load DIR.';

/** What `verify --target containers` needs of this machine: an engine, rights on it, the images, nothing left of others. */
export async function examineContainers(images: ImageList, io: Io): Promise<DoctorFinding[]> {
  try {
    const engine = await openEngine(io.env);
    const docker = engine.container.dockerode;
    const { serverVersion, operatingSystem } = engine.info.containerRuntime;
    const found = ok('engine', `container engine ${serverVersion} on ${operatingSystem}`);
    return [
      found,
      ...(await imagesThere(docker, images, io.env)),
      ...(await ports(images, io.env)),
      await leftovers(docker),
      noFullDisk,
    ];
  } catch (error) {
    const { message, hint } = error as { message: string; hint?: string };
    return [problem('engine', message, hint ?? 'Look at docker info.')];
  }
}

async function imagesThere(docker: Docker, images: ImageList, env: Io['env']): Promise<DoctorFinding[]> {
  const names = STARTED.map((part) => imageOf(images, part));
  const labels = await Promise.all(names.map((name) => labelsOf(docker, name)));
  const missing = names.filter((_, nth) => labels[nth] === undefined);
  const stack = labels[STARTED.indexOf('stack')]?.[LABELS.context];
  const absent = missing.length === 0 ? [] : await findingsOn(docker, images, missing);
  if (stack !== undefined && stack !== (await contextDigest('stack', env)))
    return [...absent, problem('images', `${imageOf(images, 'stack')} was made of other sources`, BUILD)];
  return absent.length > 0 ? absent : [ok('images', `all ${names.length} images are there`)];
}

/** What the engine has not: without a prefix nobody has it, with one the registry is asked. */
async function findingsOn(
  docker: Docker,
  { prefix }: ImageList,
  missing: readonly string[],
): Promise<DoctorFinding[]> {
  if (prefix === '') return [problem('images', `not in the engine: ${missing.join(', ')}`, BUILD)];
  const seen = await Promise.all(missing.map((name) => whyNotFetched(docker, name)));
  return missing.map((name, nth) => {
    const why = seen[nth];
    if (why === undefined) return ok('images', `${name} is in the registry; the first run fetches it`);
    if (/unauthorized|denied|authentication|no such image/i.test(why))
      return warning('images', `${name}: the registry told us nothing without an account (${why})`, LOG_IN);
    return problem('images', `${name}: not in the engine, and the registry does not give it (${why})`, FETCH);
  });
}

/** Asks the registry whether it has an image, by way of the engine; what it said when it has not. */
const whyNotFetched = (docker: Docker, name: string): Promise<string | undefined> =>
  docker
    .getImage(name)
    .distribution()
    .then(() => undefined, reasonIn);

/** Ports of this machine that the file asks for. */
async function ports({ parts }: ImageList, env: Io['env']): Promise<DoctorFinding[]> {
  if (isRemote(env)) return [];
  const asked = STARTED.flatMap((part) => parts[part].publish ?? []);
  const taken = await Promise.all(
    asked.map(async (port) => (await whyNotListening('127.0.0.1', port))?.code === 'EADDRINUSE'),
  );
  return asked
    .filter((_, nth) => taken[nth])
    .map((port) =>
      problem(
        'publish',
        `port ${port} of this machine is taken`,
        'End the program that has it, or give another "publish" in the file of --images.',
      ),
    );
}

const noFullDisk = warning(
  'full-disk',
  'scenarios of a full disk will be « sans objet » in containers',
  'Play them on the reference stack: corridor verify, as root on Linux.',
);

async function leftovers(docker: Docker): Promise<DoctorFinding> {
  const { containers, networks } = await countAbandoned(docker, ownerOf(process.pid));
  if (containers + networks === 0) return ok('leftovers', 'no container of a run that was killed');
  return warning(
    'leftovers',
    `${counted(containers, 'container')} and ${counted(networks, 'network')} of runs that were killed`,
    'The next run in containers removes them.',
  );
}
