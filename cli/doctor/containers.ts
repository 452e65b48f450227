import { type Docker, openEngine } from '../../features/support/containers/engine.ts';
import { type ImageList, imageOf } from '../../features/support/containers/image-list.ts';
import { ownerOf } from '../../features/support/containers/owner.ts';
import { PARTS } from '../../features/support/containers/parts.ts';
import { countAbandoned } from '../../features/support/containers/sweep.ts';
import { contextDigest } from '../images/build-images.ts';
import { LABELS, labelsOf } from '../images/engine-images.ts';
import type { Io } from '../io.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';

const BUILD =
  'Run corridor images build (without a registry, on Debian or Ubuntu: --from-debian), or corridor images load DIR.';

/** What `verify --target containers` needs of this machine: an engine, rights on it, the images, nothing left of others. */
export async function examineContainers(images: ImageList, io: Io): Promise<DoctorFinding[]> {
  try {
    const engine = await openEngine(io.env);
    const docker = engine.container.dockerode;
    const { serverVersion, operatingSystem } = engine.info.containerRuntime;
    const found = ok('engine', `container engine ${serverVersion} on ${operatingSystem}`);
    return [found, ...(await imagesThere(docker, images)), await leftovers(docker)];
  } catch (error) {
    const { message, hint } = error as { message: string; hint?: string };
    return [problem('engine', message, hint ?? 'Look at docker info.')];
  }
}

async function imagesThere(docker: Docker, images: ImageList): Promise<DoctorFinding[]> {
  const names = PARTS.map((part) => imageOf(images, part));
  const labels = await Promise.all(names.map((name) => labelsOf(docker, name)));
  const missing = names.filter((_, nth) => labels[nth] === undefined);
  const stack = labels[PARTS.indexOf('stack')]?.[LABELS.context];
  if (missing.length > 0)
    return [
      images.prefix === ''
        ? problem('images', `not in the engine: ${missing.join(', ')}`, BUILD)
        : warning(
            'images',
            `to be fetched from the registry: ${missing.join(', ')}`,
            'The first run fetches them.',
          ),
    ];
  if (stack !== undefined && stack !== (await contextDigest('stack')))
    return [problem('images', `${imageOf(images, 'stack')} was made of other sources`, BUILD)];
  return [ok('images', `${names.length} images are there`)];
}

async function leftovers(docker: Docker): Promise<DoctorFinding> {
  const { containers, networks } = await countAbandoned(docker, ownerOf(process.pid));
  if (containers + networks === 0) return ok('leftovers', 'no container of a run that was killed');
  return warning(
    'leftovers',
    `${containers} containers and ${networks} networks of runs that were killed`,
    'The next run in containers removes them.',
  );
}
