import type { Readable } from 'node:stream';
import type { Docker } from '../../features/support/containers/engine.ts';
import { HarnessError } from '../../features/support/errors.ts';
import { type Env, tarOf } from './tar-of.ts';

/** Labels that our images carry. */
export const LABELS = {
  content: 'corridor.content',
  context: 'corridor.context',
  part: 'corridor.part',
} as const;

/** Labels of an image that the engine has; undefined when it has none of that name. */
export async function labelsOf(docker: Docker, name: string): Promise<Record<string, string> | undefined> {
  const found = await inspected(docker, name);
  return found && (found.Config.Labels ?? {});
}

/** Id of an image that the engine has under a name. */
export const idOf = async (docker: Docker, name: string): Promise<string | undefined> =>
  (await inspected(docker, name))?.Id;

async function inspected(docker: Docker, name: string) {
  try {
    return await docker.getImage(name).inspect();
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

/** Makes an image of a file system. */
export async function importImage(docker: Docker, root: string, name: string, env: Env): Promise<void> {
  const [repo, tag] = name.split(':');
  await made(docker, { folder: root, name, env }, (tar) => docker.importImage(tar, { repo, tag }));
}

export interface BuildOrder {
  readonly folder: string;
  readonly name: string;
  readonly base: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly env: Env;
}

/** Builds an image of a folder that holds a Dockerfile. */
export async function buildImage(docker: Docker, order: BuildOrder): Promise<void> {
  const { name, base, labels } = order;
  const arguments_ = base === undefined ? {} : { BASE: base };
  await made(docker, order, (tar) =>
    docker.buildImage(tar, {
      t: name,
      buildargs: JSON.stringify(arguments_) as unknown as Record<string, string>,
      labels: JSON.stringify(labels) as unknown as Record<string, string>,
      rm: true,
      forcerm: true,
    }),
  );
}

type Making = Pick<BuildOrder, 'folder' | 'name' | 'env'>;

/** Gives the engine a folder as a tar, and waits until both have ended; an image of a tar that is not whole goes. */
async function made(
  docker: Docker,
  { folder, name, env }: Making,
  give: (tar: Readable) => Promise<NodeJS.ReadableStream>,
): Promise<void> {
  const { tar, packed } = tarOf(folder, env);
  const making = give(tar).then((said) => followed(docker, said, (seen) => notBuilt(name, seen)));
  // An engine that wants no more of it would leave tar waiting for ever.
  const [done] = await Promise.allSettled([making.finally(() => tar.destroy())]);
  const seen = await packed;
  if (seen === undefined && done.status === 'rejected') throw done.reason;
  if (seen === undefined) return;
  if (done.status === 'fulfilled')
    await docker
      .getImage(name)
      .remove()
      .catch(() => undefined); // nothing was made of it
  throw notPacked(folder, seen);
}

interface Event {
  readonly stream?: string;
  readonly error?: string;
}

/** Waits until the engine is done; what it said when it failed is told by the caller. */
export async function followed(
  docker: Docker,
  said: NodeJS.ReadableStream,
  told: (seen: string) => HarnessError,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Event[]>();
  docker.modem.followProgress(said, (error: Error | null, events: readonly Event[]) =>
    error ? reject(error) : resolve(events),
  );
  const events = await promise.catch((error: Error) => [{ error: error.message }]);
  const fault = events.find(({ error }) => error !== undefined)?.error;
  if (fault !== undefined) throw told(fault.trim());
}

const notBuilt = (name: string, seen: string): HarnessError =>
  new HarnessError(
    'IMAGE_NOT_BUILT',
    `Failed to build the image ${name}: ${seen}.`,
    /pull|manifest|resolve|registry|lookup|connect|timeout/i.test(seen)
      ? 'No registry can be reached: on Debian or Ubuntu, build with --from-debian; or load saved images: corridor images load DIR.'
      : 'Look at its Dockerfile under containers/.',
  );

const notPacked = (folder: string, seen: string): HarnessError =>
  new HarnessError(
    'IMAGE_NOT_PACKED',
    `Failed to pack ${folder} for the container engine: ${seen}.`,
    'Check that GNU tar is installed and that the disk has room; then build again.',
  );
