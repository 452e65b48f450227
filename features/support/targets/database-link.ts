import { createRandom } from '../../../fixtures/random.ts';
import type { Clock } from '../../../profile/clock.ts';
import {
  type Address,
  type Link,
  type LinkEvent,
  openLink,
  type StreamEngineFactory,
} from '../../../simulators/links/index.ts';
import type { StackUnderTest } from './target.ts';

/** A link that tells what befalls it. */
export interface ToldLink extends Link {
  /** From now on the listener is told of each event, until what is given back is called. */
  readonly subscribe: (listener: (event: LinkEvent) => void) => () => void;
}

/** Between a stack and its database. */
export interface DatabaseLinkOptions {
  /** Names the stack, for the chance of its link. */
  readonly name: string;
  /** Where the database listens. */
  readonly to: Address;
  /** Where the link does; default: any free port of loopback. */
  readonly listen?: Address;
  readonly clock: Clock;
  /** What carries its bytes; absent: the embedded link. */
  readonly by?: StreamEngineFactory | undefined;
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
  const listeners = new Set<(event: LinkEvent) => void>();
  const onEvent = (event: LinkEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const subscribe: ToldLink['subscribe'] = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const link = started.use(
    await openLink({ ...ends, name: 'hub-database', kind: 'stream', random, onEvent }),
  );
  const stack = started.use(await start(link.address));
  const owned = started.move();
  return {
    ...stack,
    databaseLink: Object.assign(link, { subscribe }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
