import { createRandom } from '../../../fixtures/random.ts';
import type { Clock } from '../../../profile/clock.ts';
import { type Address, openLink } from '../../../simulators/links/index.ts';
import type { StackUnderTest } from './target.ts';

/** Between a stack and its database. */
export interface DatabaseLinkOptions {
  /** Names the stack, for the chance of its link. */
  readonly name: string;
  /** Where the database listens. */
  readonly to: Address;
  /** Where the link does; default: any free port of loopback. */
  readonly listen?: Address;
  readonly clock: Clock;
}

/**
 * A stack that reaches its database over a link of ours.
 * @param start starts it, with the address of the link in place of that of the database
 */
export async function behindDatabaseLink(
  { name, ...ends }: DatabaseLinkOptions,
  start: (link: Address) => Promise<StackUnderTest>,
): Promise<StackUnderTest> {
  await using started = new AsyncDisposableStack();
  const random = createRandom(name);
  const link = started.use(await openLink({ ...ends, name: 'hub-database', kind: 'stream', random }));
  const stack = started.use(await start(link.address));
  const owned = started.move();
  return { ...stack, databaseLink: link, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
