import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Docker, openEngine } from '../../features/support/containers/engine.ts';
import { imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { PARTS, type PartName, STARTED } from '../../features/support/containers/parts.ts';
import { OWNER_LABEL, ownerIn, RUN_LABEL } from '../../features/support/ownership/labels.ts';
import { LABELS } from '../images/engine-images.ts';

const SOCKET = '/var/run/docker.sock';
const EMPTY_TAR_BYTES = 1_024;

/** The engine of this machine; rejects when there is none. */
export const docker = async (): Promise<Docker> => (await openEngine(process.env)).container.dockerode;

/**
 * Why tests that need containers do not run here; false where they do. Where CI has found that no engine can be had it says so
 * (`CORRIDOR_CONTAINERS=none`); otherwise a missing one is red there.
 */
export async function whyNoContainers(): Promise<string | false> {
  if (process.env['CORRIDOR_CONTAINERS'] === 'none')
    return 'skipped: CI found that no container engine can be had';
  try {
    const engine = await docker();
    const images = imagesWith({}, process.env['CORRIDOR_IMAGE_PREFIX']);
    await Promise.all(STARTED.map((part) => engine.getImage(imageOf(images, part)).inspect()));
    return false;
  } catch (error) {
    if (process.env['CI'] === 'true') return false; // and red
    const { statusCode } = error as { statusCode?: number };
    return statusCode === 404 ? 'skipped: needs the images (corridor images build)' : 'skipped: needs Docker';
  }
}

/** Names of all containers and networks in the engine that belong to a process. */
export async function belongingTo(pid: number | undefined): Promise<string[]> {
  const engine = await docker();
  const filters = { label: [RUN_LABEL] };
  const containers = await engine.listContainers({ all: true, filters });
  const networks = await engine.listNetworks({ filters });
  return [
    ...containers.map(({ Names, Labels }) => ({ name: Names[0] ?? '', Labels })),
    ...networks.map(({ Name, Labels }) => ({ name: Name, Labels })),
  ].flatMap(({ name, Labels }) => (ownerIn(Labels)?.pid === pid ? [name] : []));
}

/** Names of the volumes in the engine that containers of a process use. */
export async function volumesOf(pid: number | undefined): Promise<string[]> {
  const engine = await docker();
  const containers = await engine.listContainers({ all: true, filters: { label: [RUN_LABEL] } });
  return containers
    .filter(({ Labels }) => ownerIn(Labels)?.pid === pid)
    .flatMap(({ Mounts }) => Mounts.flatMap(({ Type, Name }) => (Type === 'volume' && Name ? [Name] : [])));
}

/** Those of the volumes that the engine still has. */
export async function volumesLeft(names: readonly string[]): Promise<string[]> {
  const { Volumes } = await (await docker()).listVolumes();
  return Volumes.flatMap(({ Name }) => (names.includes(Name) ? [Name] : []));
}

/** An image that says that it was made of other sources; disposing removes it. */
export const imageOfOtherSources = (tag: string): Promise<AsyncDisposable> =>
  imageLike('stack', tag, 'LABEL corridor.context=other');

/** An image of a part that keeps its data in a volume, as public ones do; disposing removes it. */
export const imageWithVolume = (part: PartName, tag: string): Promise<AsyncDisposable> =>
  imageLike(part, tag, 'VOLUME /data');

async function imageLike(part: PartName, tag: string, change: string): Promise<AsyncDisposable> {
  const engine = await docker();
  const images = imagesWith();
  const created = await engine.createContainer({
    Image: imageOf(images, part),
    Labels: { [OWNER_LABEL]: 'test' },
  });
  const { image: repo } = images.parts[part];
  try {
    await created.commit({ repo, tag, changes: change });
  } finally {
    await created.remove();
  }
  return { [Symbol.asyncDispose]: async () => void (await engine.getImage(`${repo}:${tag}`).remove()) };
}

/** Stands between a run and the engine, and goes away when told: to the run the engine has then stopped. */
export class PassingEngine implements AsyncDisposable {
  readonly address: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server, path: string) {
    this.#server = server;
    this.address = `unix://${path}`;
  }

  static async start(folder: string): Promise<PassingEngine> {
    const path = join(folder, 'engine.sock');
    const server = createServer();
    const passing = new PassingEngine(server, path);
    server.on('connection', (near) => {
      const far = createConnection(SOCKET);
      for (const socket of [near, far]) {
        passing.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => passing.#sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    await once(server.listen(path), 'listening');
    return passing;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop();
  }
}

/** Images of all parts that hold nothing, under a prefix; disposing removes them. */
export async function emptyImages(prefix: string): Promise<AsyncDisposable> {
  const engine = await docker();
  const names = PARTS.map((part) => [part, imageOf(imagesWith({}, prefix), part)] as const);
  for (const [part, name] of names) {
    const [repo, tag] = name.split(':');
    const said = await engine.importImage(Readable.from([Buffer.alloc(EMPTY_TAR_BYTES)]), {
      repo,
      tag,
      changes: `LABEL ${LABELS.part}=${part}`,
    });
    await finished(said.resume());
  }
  return {
    [Symbol.asyncDispose]: async () => {
      for (const [, name] of names)
        await engine
          .getImage(name)
          .remove()
          .catch(() => undefined); // the test may have done so
    },
  };
}
