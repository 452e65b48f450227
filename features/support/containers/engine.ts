import { connect } from 'node:net';
import type { ContainerRuntimeClient } from 'testcontainers';
import { HarnessError } from '../errors.ts';

/** The engine that runs containers, as testcontainers found it. */
export type Engine = ContainerRuntimeClient;
/** Its own interface, as testcontainers carries it. */
export type Docker = Engine['container']['dockerode'];

const DEFAULT_SOCKET = '/var/run/docker.sock';
const PROBE_WITHIN_MS = 5_000;

/**
 * The engine of this machine: `DOCKER_HOST`, else the sockets where engines are found.
 * @throws HarnessError `ENGINE_NOT_FOUND`, `ENGINE_NOT_ALLOWED`, `ENGINE_NOT_ANSWERING`
 */
export async function openEngine(env: Readonly<Record<string, string | undefined>>): Promise<Engine> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const given = env['DOCKER_HOST'];
  // Where an address is given no other engine will do; testcontainers would look for one.
  if (given !== undefined && !(await isReached(given))) throw await whyNoEngine(given, undefined);
  try {
    return await getContainerRuntimeClient();
  } catch (cause) {
    throw await whyNoEngine(given, cause);
  }
}

const START =
  'Démarrez le moteur de conteneurs (Docker, ou un autre qui parle comme lui), ou donnez son adresse dans DOCKER_HOST ; sans lui, « corridor verify » suffit.';

async function whyNoEngine(given: string | undefined, cause: unknown): Promise<HarnessError> {
  const address = given ?? `unix://${DEFAULT_SOCKET}`;
  const fault = (code: string, seen: string, remedy: string) =>
    new HarnessError(code, `Pas de moteur de conteneurs à ${JSON.stringify(address)} : ${seen}.`, remedy, {
      cause,
    });
  const where = destinationOf(address);
  if (where === undefined)
    return fault(
      'ENGINE_NOT_FOUND',
      'cette adresse ne se lit pas',
      'Attendu unix:///chemin ou tcp://machine:port.',
    );
  const seen = await probe(where);
  if (seen === 'EACCES' || seen === 'EPERM')
    return fault(
      'ENGINE_NOT_ALLOWED',
      `ce compte n'y a pas droit (${seen})`,
      'Ajoutez votre compte au groupe « docker » et ouvrez une nouvelle session, ou prenez un moteur sans privilèges (rootless).',
    );
  if (seen === 'ENOENT') return fault('ENGINE_NOT_FOUND', "il n'y a rien à cette adresse (ENOENT)", START);
  if (seen !== undefined) return fault('ENGINE_NOT_FOUND', `personne n'y répond (${seen})`, START);
  return fault(
    'ENGINE_NOT_ANSWERING',
    'il écoute, mais ne répond pas comme un moteur de conteneurs',
    'Essayez « docker info » ; corrigez DOCKER_HOST si un autre programme écoute là.',
  );
}

async function isReached(address: string): Promise<boolean> {
  const where = destinationOf(address);
  return where !== undefined && (await probe(where)) === undefined;
}

type Destination = { readonly path: string } | { readonly host: string; readonly port: number };

function destinationOf(address: string): Destination | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return undefined;
  if (url.protocol === 'unix:' || url.protocol === 'npipe:')
    return url.pathname ? { path: url.pathname } : undefined;
  return url.hostname ? { host: url.hostname, port: Number(url.port || 2375) } : undefined;
}

/** Code of what stands in the way of a connection; undefined when there is one. */
function probe(where: Destination): Promise<string | undefined> {
  return new Promise((settle) => {
    const socket = connect({ ...where, timeout: PROBE_WITHIN_MS });
    const end = (seen: string | undefined): void => {
      socket.destroy();
      settle(seen);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end('ETIMEDOUT'));
    socket.once('error', ({ code, message }: NodeJS.ErrnoException) => end(code ?? message));
  });
}
