import type { Clock } from '../../../profile/clock.ts';
import type { ServiceDoubles } from '../../../simulators/services/index.ts';
import type { Environment } from '../environment.ts';
import type { StackNeeds } from '../targets/target.ts';
import type { SharedWireMock } from './shared-wiremock.ts';

/** A stack that asks doubles of all national services, which are its own. */
export interface ServicedStack extends AsyncDisposable {
  readonly environment: Environment;
  readonly doubles: ServiceDoubles;
}

/** Opens the doubles, and starts a stack that asks them. The registers live by the clock of that stack. */
export async function openServiced(
  wireMock: SharedWireMock,
  start: (needs: StackNeeds) => Promise<Environment>,
  realClock: Clock,
): Promise<ServicedStack> {
  await using opened = new AsyncDisposableStack();
  let clock = realClock;
  const doubles = opened.use(await wireMock.doubles(() => clock.now()));
  const environment = opened.use(await start({ services: doubles.addresses() }));
  clock = environment.clock;
  const owned = opened.move();
  return { environment, doubles, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
