import path from 'node:path';
import { createRandom } from '../../../fixtures/random.ts';
import type { LinkLimits } from '../limits.ts';
import type { Address, Link, LinkEvent, StreamEngineFactory } from '../link.ts';
import { LinkError } from '../link-error.ts';
import { openLink } from '../open-link.ts';
import { byToxiproxy } from '../toxiproxy/toxiproxy-engine.ts';
import { Toxiproxy } from '../toxiproxy/toxiproxy-server.ts';

const root = path.resolve(__dirname, '..', '..', '..');

/** A way to carry the bytes of a link, under test. */
export interface EngineUnderTest {
  readonly name: string;
  readonly by?: StreamEngineFactory;
}

/** Toxiproxy for the tests of one file; undefined where it cannot be had, which in CI is a failure. */
export async function toxiproxyForTests(): Promise<Toxiproxy | undefined> {
  try {
    return await Toxiproxy.open({ env: process.env, root });
  } catch (error) {
    if (error instanceof LinkError && error.code === 'TOXIPROXY_MISSING' && process.env['CI'] !== 'true')
      return undefined;
    throw error;
  }
}

export const engineOf = (toxiproxy: Toxiproxy): EngineUnderTest => ({
  name: 'toxiproxy',
  by: byToxiproxy(toxiproxy.api),
});

export const embedded: EngineUnderTest = { name: 'embedded' };

/** A link for a test, seeded. */
export const linkTo = (
  to: Address,
  { by }: EngineUnderTest = embedded,
  kind: 'stream' | 'exchange' = 'stream',
  onEvent?: (event: LinkEvent) => void,
  limits?: Partial<LinkLimits>,
): Promise<Link> =>
  openLink({
    name: 'test',
    to,
    kind,
    clock: { now: () => Date.now() },
    random: createRandom(7),
    by,
    onEvent,
    limits,
  });
