import type { Engine } from './engine.ts';
import type { ImageList } from './image-list.ts';

/**
 * Whether this machine reaches containers by ports of its own. On Linux a bridge of an engine that runs here is a network of this
 * machine; an engine in a virtual machine, elsewhere, or without privileges keeps it to itself.
 */
export function isPublished(
  reach: ImageList['reach'],
  { info }: Engine,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (reach !== 'auto') return reach === 'published';
  const { operatingSystem } = info.containerRuntime;
  const isRootless = /\/run\/user\/|rootless/.test(env['DOCKER_HOST'] ?? '');
  return info.node.platform !== 'linux' || /desktop/i.test(operatingSystem) || isRemote(env) || isRootless;
}

/** Whether the engine may be on another machine, whose ports are not ours. */
export const isRemote = (env: Readonly<Record<string, string | undefined>>): boolean =>
  /^(tcp|ssh|https?):/.test(env['DOCKER_HOST'] ?? '');

/** Where the simulated seats listen, and under which name containers reach that. */
export interface SeatPlace {
  readonly listen: string;
  readonly host: string;
}

/** On Linux the seats listen on the bridge alone; a desktop engine passes its own name on to this machine's loopback. */
export function seatPlaceOf({ info }: Engine, gateway: string): SeatPlace {
  const isLinux = info.node.platform === 'linux' && !/desktop/i.test(info.containerRuntime.operatingSystem);
  return isLinux ? { listen: gateway, host: gateway } : { listen: '127.0.0.1', host: 'host.docker.internal' };
}
