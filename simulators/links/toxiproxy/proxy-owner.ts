import { randomUUID } from 'node:crypto';
import type { ToxiproxyApi } from './toxiproxy-api.ts';

/** Whose the proxies of a run are, so that the next one can take away what a killed one left on a server of somebody else. */
export interface ProxyOwners {
  /** This run, in a text that only `isGone` reads. */
  readonly here: string;
  /** Whether an owner is surely gone; of any text that is not understood: no. */
  readonly isGone: (owner: string) => boolean;
}

/** A name that nobody else has: of the link, and of the run that it belongs to. */
export const proxyName = (link: string, owner: string | undefined): string =>
  `corridor.${link}.${randomUUID()}${owner === undefined ? '' : `~${Buffer.from(owner).toString('base64url')}`}`;

/** The owner that a name tells; undefined for what is not ours, or nobody's. */
function ownerIn(name: string): string | undefined {
  const [, owner] = /^corridor\..*~([\w-]+)$/.exec(name) ?? [];
  return owner === undefined ? undefined : Buffer.from(owner, 'base64url').toString('utf8');
}

/** Takes away the proxies of runs that are gone; what belongs to one that lives, or to nobody, stays. Resolves to how many. */
export async function removeAbandoned(api: ToxiproxyApi, { isGone }: ProxyOwners): Promise<number> {
  let removed = 0;
  for (const name of await api.proxyNames()) {
    const owner = ownerIn(name);
    if (owner === undefined || !isGone(owner)) continue;
    await api.deleteProxy(name).then(
      () => {
        removed += 1;
      },
      () => undefined, // another run was faster; what is left is taken away by the next
    );
  }
  return removed;
}
