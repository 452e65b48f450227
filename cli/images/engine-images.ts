import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Docker } from '../../features/support/containers/engine.ts';
import { HarnessError } from '../../features/support/errors.ts';

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

/** The files of a folder as a tar, owned by root whoever owns them here. */
export function tarOf(folder: string): Readable {
  const words = ['-C', folder, '--owner=0', '--group=0', '--numeric-owner', '-cf', '-', '.'];
  const { stdout } = spawn('tar', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  return stdout;
}

/** Makes an image of a file system. */
export async function importImage(docker: Docker, root: string, name: string): Promise<void> {
  const [repo, tag] = name.split(':');
  const said = await docker.importImage(tarOf(root), { repo, tag });
  await followed(docker, said, name);
}

export interface BuildOrder {
  readonly folder: string;
  readonly name: string;
  readonly base: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** Builds an image of a folder that holds a Dockerfile. */
export async function buildImage(docker: Docker, { folder, name, base, labels }: BuildOrder): Promise<void> {
  const arguments_ = base === undefined ? {} : { BASE: base };
  const said = await docker.buildImage(tarOf(folder), {
    t: name,
    buildargs: JSON.stringify(arguments_) as unknown as Record<string, string>,
    labels: JSON.stringify(labels) as unknown as Record<string, string>,
    rm: true,
    forcerm: true,
  });
  await followed(docker, said, name);
}

interface Event {
  readonly stream?: string;
  readonly error?: string;
}

/** Waits until the engine is done; what it said last is told when it failed. */
export async function followed(docker: Docker, said: NodeJS.ReadableStream, name: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Event[]>();
  docker.modem.followProgress(said, (error: Error | null, events: readonly Event[]) =>
    error ? reject(error) : resolve(events),
  );
  const events = await promise.catch((error: Error) => [{ error: error.message }]);
  const fault = events.find(({ error }) => error !== undefined)?.error;
  if (fault === undefined) return;
  throw new HarnessError(
    'IMAGE_NOT_BUILT',
    `Failed to build the image ${name}: ${fault.trim()}.`,
    /pull|manifest|resolve|registry|lookup|connect|timeout/i.test(fault)
      ? 'No registry can be reached: on Debian or Ubuntu, build with --from-debian; or load saved images: corridor images load DIR.'
      : 'Look at its Dockerfile under containers/.',
  );
}
