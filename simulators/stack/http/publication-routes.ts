import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Capabilities } from '../../../profile/capabilities.ts';
import { PROFILE_VERSION } from '../../../profile/envelope/envelope.ts';
import { parsePlatformCode } from '../../../profile/identifiers/platform-code.ts';
import { allMessages } from '../../../profile/messages/messages.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import { answers } from '../database/answers.ts';
import { registerEntry } from '../guarantees/query.ts';
import { ProblemError } from '../intake/problem-error.ts';
import { findMovement } from '../ledger/movement-table.ts';
import { ledgerEntry } from '../ledger/query.ts';
import type { Environment, StackContext } from '../stack-context.ts';
import { hostedPlatforms } from '../tracking/hosted-platforms.ts';
import { callerOf } from './caller.ts';

/** The implementation conformance statement of the reference stack. */
const capabilitiesOf = (environment: Environment, services: readonly ServiceName[]): Capabilities => ({
  profileVersions: [PROFILE_VERSION],
  classes: [
    ...(['base', 'extended', 'guarantee', 'tracking', 'reference-data'] as const),
    ...(services.length > 0 ? (['services'] as const) : []),
  ],
  messages: allMessages.map(({ name }) => name),
  testClock: environment !== 'production',
  mergedArrival: true,
  signatures: false,
  guaranteeRegister: true,
  trackingPlatforms: hostedPlatforms.map(({ platform }) => parsePlatformCode(platform)),
  ...(services.length > 0 ? { services: [...services] } : {}),
  environment,
});

/** What the hub publishes: ledger, register, reference data, capabilities, health (binding, sections 4 and 5). */
export function publicationRoutes(server: FastifyInstance, context: StackContext): void {
  const { pool, hooks, clock, environment, reference, services } = context;

  server.get('/v0/movements/:reference', async (request) => {
    const caller = callerOf(request);
    const movement = await findMovement(pool, parameter(request));
    if (!movement) throw new ProblemError('NOT_FOUND', 'no movement of this transit reference');
    const concerned = movement.countries.includes(caller);
    const honest = concerned ? ledgerEntry(movement) : { outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' };
    const answer = hooks.onQuery(honest, { caller, movement });
    if (answer['outcome'] === 'REJECTED')
      throw new ProblemError('NOT_AUTHORISED', `${caller} is not on the itinerary`);
    return hooks.onPublish(answer['outcome'] === 'FOUND' ? ledgerEntry(movement) : answer, request.url);
  });

  server.get('/v0/guarantees/:reference', async (request) => {
    const entry = await registerEntry(pool, parameter(request));
    if (!entry) throw new ProblemError('NOT_FOUND', 'no guarantee of this reference');
    return hooks.onPublish(entry, request.url);
  });

  server.get('/v0/reference-data', async (request) =>
    hooks.onPublish(reference.publication(clock.now()), request.url),
  );

  server.get('/v0/capabilities', async (request) =>
    hooks.onPublish({ ...capabilitiesOf(environment, services?.names ?? []) }, request.url),
  );

  server.get('/v0/health', async (request) => {
    if (!hooks.onReadiness(await answers(pool)))
      throw new ProblemError('UNAVAILABLE', 'the database does not answer');
    const now = new Date(clock.now()).toISOString();
    return hooks.onPublish({ status: 'ready', environment, now }, request.url);
  });
}

const parameter = (request: FastifyRequest): string => (request.params as { reference: string }).reference;
