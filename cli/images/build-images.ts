import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Docker } from '../../features/support/containers/engine.ts';
import { type ImageList, imageOf } from '../../features/support/containers/image-list.ts';
import type { PartName } from '../../features/support/containers/parts.ts';
import { packageRoot } from '../../profile/export/package-root.ts';
import { digestOf, gather } from './content.ts';
import { type DebianPackage, downloadPackages, layOut, packagesFor } from './debian-base.ts';
import { buildImage, idOf, importImage, LABELS, labelsOf } from './engine-images.ts';
import type { Ingredient } from './recipe.ts';
import { recipes } from './recipes.ts';
import type { Env } from './tar-of.ts';

export interface BuildPlan {
  readonly images: ImageList;
  readonly docker: Docker;
  readonly parts: readonly PartName[];
  /** Makes the bases of Debian packages of this machine's mirror instead of public images. */
  readonly fromDebian: boolean;
  readonly tell: (done: BuiltImage) => void;
  /** Milliseconds, for how long each took. */
  readonly now: () => number;
  readonly env: Env;
  /** Ends the making after the image at hand. */
  readonly signal: AbortSignal;
}

/** An image that stands in the engine. */
export interface BuiltImage {
  readonly part: PartName;
  readonly image: string;
  /** False when the one there had the same content. */
  readonly built: boolean;
  readonly seconds: number;
}

/** Files beside the Dockerfile of a part, and itself. */
export async function contextOf(part: PartName, env: Env): Promise<Ingredient[]> {
  const folder = join(packageRoot(), 'containers', part);
  const own = readdirSync(folder).map((name) => ({ from: join(folder, name), to: name }));
  return [...own, ...(await recipes[part].context(env))];
}

/** Digest of what we put into the image of a part, whatever it is built on. */
export const contextDigest = async (part: PartName, env: Env): Promise<string> =>
  digestOf(await contextOf(part, env));

/** Makes every image that the engine does not have in this very content; one after the other, the packages of all at once. */
export async function buildImages(plan: BuildPlan): Promise<BuiltImage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-images-'));
  try {
    const bases = plan.fromDebian ? await debianBases(plan, folder) : publicBases(plan);
    const done: BuiltImage[] = [];
    for (const [part, base] of bases) {
      plan.signal.throwIfAborted();
      const startedAt = plan.now();
      const built = await buildOne(plan, part, base, folder);
      const seconds = (plan.now() - startedAt) / 1000;
      const one = { part, image: imageOf(plan.images, part), built, seconds };
      plan.tell(one);
      done.push(one);
    }
    return done;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What an image is built on: how it is known, and how the engine gets it when it has not. */
interface Base {
  readonly identity: string;
  readonly name?: string;
  readonly make?: (docker: Docker) => Promise<void>;
}

type Bases = ReadonlyMap<PartName, Base>;

const publicBases = ({ parts, images }: BuildPlan): Bases =>
  new Map(parts.map((part) => [part, { identity: images.parts[part].base, name: images.parts[part].base }]));

/** The bases are known by the packages of the mirror; they are fetched when the first base must be made, for all at once. */
async function debianBases({ parts, env }: BuildPlan, folder: string): Promise<Bases> {
  const archives = join(folder, 'packages');
  await mkdir(archives);
  const names = parts.flatMap((part) => recipes[part].debian);
  let fetching: Promise<string> | undefined;
  const fetch = (): Promise<string> => {
    fetching ??= downloadPackages(names, archives, env);
    return fetching;
  };
  const one = async (part: PartName): Promise<readonly [PartName, Base]> => {
    const packages = await packagesFor(recipes[part].debian, archives, env);
    return [part, await debianBase(part, packages, { archives, folder, fetch, env })];
  };
  return new Map(await Promise.all(parts.map(one)));
}

async function debianBase(
  part: PartName,
  packages: readonly DebianPackage[],
  {
    archives,
    folder,
    fetch,
    env,
  }: { archives: string; folder: string; fetch: () => Promise<string>; env: Env },
): Promise<Base> {
  const { links } = recipes[part];
  const beside = recipes[part].beside?.() ?? [];
  const more = links === undefined ? [] : [JSON.stringify(links)];
  const identity = await digestOf(
    beside,
    ...packages.map(({ file, digest }) => `${file} ${digest}`),
    ...more,
  );
  if (packages.length === 0) return { identity };
  const name = `corridor-base-${part}:${identity.slice(0, 12)}`;
  const make = async (docker: Docker): Promise<void> => {
    await fetch();
    const root = join(folder, `root-${part}`);
    await mkdir(root);
    await layOut(packages, archives, { beside, links }, { root, env });
    await importImage(docker, root, name, env);
    await rm(root, { recursive: true, force: true });
  };
  return { identity, name, make };
}

async function buildOne(
  { docker, images, env }: BuildPlan,
  part: PartName,
  base: Base,
  folder: string,
): Promise<boolean> {
  const files = await contextOf(part, env);
  const context = await digestOf(files);
  const content = createHash('sha256').update(`${context} ${base.identity}`).digest('hex');
  const name = imageOf(images, part);
  if ((await labelsOf(docker, name))?.[LABELS.content] === content) return false;
  if (base.make && base.name && !(await labelsOf(docker, base.name))) await base.make(docker);
  const place = join(folder, `context-${part}`);
  await gather(files, place);
  const labels = { [LABELS.part]: part, [LABELS.content]: content, [LABELS.context]: context };
  const before = await idOf(docker, name);
  await buildImage(docker, { folder: place, name, base: base.name, labels, env });
  await rm(place, { recursive: true, force: true });
  await removeBefore(docker, part, base, before);
  return true;
}

/** What the new image replaced, and the bases that no image is built on any more, go; what is in use stays. */
async function removeBefore(
  docker: Docker,
  part: PartName,
  base: Base,
  before: string | undefined,
): Promise<void> {
  const bases = await docker.listImages({ filters: { reference: [`corridor-base-${part}`] } });
  const old = bases.flatMap(({ RepoTags }) => RepoTags ?? []).filter((name) => name !== base.name);
  for (const image of [...(before === undefined ? [] : [before]), ...old])
    await docker
      .getImage(image)
      .remove()
      .catch(() => undefined);
}
