import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Docker, openEngine } from '../../features/support/containers/engine.ts';
import { imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { OWNER_LABEL, ownerIn, RUN_LABEL } from '../../features/support/containers/labels.ts';
import { PARTS } from '../../features/support/containers/parts.ts';

const SOCKET = '/var/run/docker.sock';

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
    await Promise.all(PARTS.map((part) => engine.getImage(imageOf(images, part)).inspect()));
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

/** An image that says that it was made of other sources; disposing removes it. */
export async function imageOfOtherSources(tag: string): Promise<AsyncDisposable> {
  const engine = await docker();
  const own = imageOf(imagesWith(), 'stack');
  const created = await engine.createContainer({ Image: own, Labels: { [OWNER_LABEL]: 'test' } });
  try {
    await created.commit({ repo: 'corridor-stack', tag, changes: 'LABEL corridor.context=other' });
  } finally {
    await created.remove();
  }
  return {
    [Symbol.asyncDispose]: async () => void (await engine.getImage(`corridor-stack:${tag}`).remove()),
  };
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
