import { after, before } from 'node:test';
import type { Movement } from '../../../../fixtures/movements/movement.ts';
import { messages } from '../../../../profile/messages/messages.ts';
import type { ServiceName } from '../../../../profile/services/service-names.ts';
import { newMovement } from '../../testing/journey.ts';
import { StackProcess } from '../../testing/stack-process.ts';
import { Stand } from '../../testing/stand.ts';
import { BackOffice } from './back-office.ts';

/** A stack that asks the services of a back office, both of one test alone. */
export interface ServiceStand extends AsyncDisposable {
  readonly office: BackOffice;
  readonly stand: Stand;
}

/** One database server for the tests of a file; what it gives starts a stand. */
export function serviceStands(): (
  names?: readonly ServiceName[],
  deviation?: string,
  words?: readonly string[],
) => Promise<ServiceStand> {
  let server: StackProcess;
  let count = 0;
  before(async () => {
    server = await StackProcess.start();
  });
  after(() => server[Symbol.asyncDispose]());
  return async (names, deviation, words = []) => {
    count += 1;
    const office = await BackOffice.start();
    const database = server.otherDatabase(`services_${process.pid}_${count}`);
    const stand = await Stand.start(database, deviation, ['--services', office.options(names), ...words]);
    const dispose = async (): Promise<void> => {
      await stand[Symbol.asyncDispose]();
      await office[Symbol.asyncDispose]();
    };
    return { office, stand, [Symbol.asyncDispose]: dispose };
  };
}

/** A movement from the port of Lomé whose goods are on a manifest. */
export function landedMovement(office: BackOffice, guaranteeKind: 'fund' | 'reservable' = 'fund'): Movement {
  const movement = newMovement('LOME-CINKANSE-OUAGADOUGOU', { guaranteeKind });
  office.landed(movement);
  return movement;
}

/** The warnings of a kind that a country was told of a movement, as soon as there are so many. */
export async function warnings(
  stand: Stand,
  country: string,
  kind: string,
  count: number,
): Promise<{ detail: string; relatesTo: string; transitReference: string }[]> {
  const { wireCode } = messages.FindingNotice;
  const found = () =>
    stand
      .seat(country)
      .arrivals.map(({ message }) => message)
      .filter(({ messageType, payload }) => messageType === wireCode && payload['kind'] === kind)
      .map(({ payload }) => payload as { detail: string; relatesTo: string; transitReference: string });
  await stand.seat(country).until(`${count} ${kind}`, () => found().length >= count);
  return found();
}

/** How the hub says that it gets on with a service. */
export async function stateOf(
  stand: Stand,
  service: ServiceName,
): Promise<{ breaker: string; openJobs: number; lastAnswerAt?: string }> {
  const { body } = await stand.seat('TG').request('GET', '/v0/services');
  return body.services.find(({ name }: { name: string }) => name === service);
}

/** Ends when the hub has so many jobs open for a service; fails after ten seconds. */
export async function untilOpen(stand: Stand, service: ServiceName, count: number): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const { openJobs } = await stateOf(stand, service);
    if (openJobs === count) return;
    if (Date.now() > until) throw new Error(`waited for ${count} jobs of ${service}; there are ${openJobs}`);
  }
}
