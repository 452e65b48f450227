import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deviceRegistration } from '../../../profile/export/tracking-shapes.ts';
import { deviceId as deviceIdSchema } from '../../../profile/identifiers/device-id.ts';
import { ProblemError } from '../intake/problem-error.ts';
import type { Movement } from '../ledger/movement.ts';
import { findMovement } from '../ledger/movement-table.ts';
import type { StackContext } from '../stack-context.ts';
import {
  type Assignment,
  type DeviceKey,
  findAssignments,
  findAssignmentsOf,
} from '../tracking/assignments.ts';
import { findDevice, type TrackedDevice } from '../tracking/device-table.ts';
import { epcisOf } from '../tracking/epcis/epcis-of.ts';
import { countryOfPlatform, isHosted } from '../tracking/hosted-platforms.ts';
import { journeyOf } from '../tracking/journey.ts';
import { spoken } from '../tracking/listeners/spoken.ts';
import type { TrackingHost } from '../tracking/tracking-host.ts';
import { callerOf } from './caller.ts';
import { jsonOf } from './json-body.ts';

/** JSON-LD: a journey as an EPCIS document. */
const EPCIS_TYPE = 'application/ld+json';

/** What the tracking platforms publish: where they listen, their devices, journeys (binding, section 8). */
export function trackingRoutes(server: FastifyInstance, context: StackContext, tracking: TrackingHost): void {
  const { pool, hooks } = context;

  server.get('/v0/tracking/platforms', async (request) =>
    hooks.onPublish({ platforms: await tracking.platforms() }, request.url),
  );

  server.put('/v0/tracking/devices/:platform/:device', async (request, reply) => {
    const key = deviceKey(request);
    mayRegister(context, key, callerOf(request));
    const given = deviceRegistration.safeParse(jsonOf(request));
    if (!given.success)
      throw new ProblemError('BAD_REQUEST', 'expected { "protocol": NAME, "zoneMinutes": N }');
    const { protocol, zoneMinutes } = given.data;
    if (!spoken.some((one) => one.protocol === protocol))
      throw new ProblemError('BAD_REQUEST', `no platform speaks ${JSON.stringify(protocol)}`);
    await tracking.devices.put({ ...key, protocol, zoneMinutes });
    return reply.code(204).send();
  });

  server.get('/v0/tracking/devices/:platform/:device', async (request) => {
    const key = deviceKey(request);
    const caller = callerOf(request);
    const device = await findDevice(pool, key);
    if (!device) throw new ProblemError('NOT_FOUND', 'no device of this id is registered');
    const last = (await findAssignmentsOf(pool, [device])).at(-1);
    const on = last?.detachedAt === null ? await findMovement(pool, last.reference) : null;
    if (caller !== countryOfPlatform(key.platform) && !on?.countries.includes(caller))
      throw new ProblemError('NOT_AUTHORISED', `${caller} has no part in what this device tracks`);
    return hooks.onPublish(publishedDevice(device, last), request.url);
  });

  server.get('/v0/journeys/:reference', async (request, reply) => {
    const movement = await ownMovement(context, request);
    const known = await journeyOf(context, movement);
    if (!(request.headers.accept ?? '').includes(EPCIS_TYPE))
      return hooks.onPublish(hooks.onJourney({ ...known }, movement), request.url);
    const assignments = await findAssignments(pool, movement.reference);
    const document = epcisOf({ journey: known, assignments, now: context.clock.now() });
    const body = hooks.onEpcis({ ...document }, movement);
    return reply.header('content-type', EPCIS_TYPE).send(JSON.stringify(hooks.onPublish(body, request.url)));
  });
}

/** The movement in the path, when the caller is on its itinerary or a platform that has, or had, a device on it. */
async function ownMovement({ pool, hooks }: StackContext, request: FastifyRequest): Promise<Movement> {
  const { reference } = request.params as { reference: string };
  const caller = callerOf(request);
  const movement = await findMovement(pool, reference);
  if (!movement) throw new ProblemError('NOT_FOUND', 'no movement of this transit reference');
  const carriers = await findAssignments(pool, reference);
  const takesPart =
    movement.countries.includes(caller) || carriers.some(({ platform }) => platform === caller);
  const honest = takesPart ? { outcome: 'FOUND' } : { outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' };
  if (hooks.onQuery(honest, { caller, movement })['outcome'] === 'REJECTED')
    throw new ProblemError('NOT_AUTHORISED', `${caller} is not on the itinerary`);
  return movement;
}

/** Outside production any seat stands in for the country of a platform. @throws ProblemError NOT_AUTHORISED */
function mayRegister({ environment }: StackContext, { platform }: DeviceKey, caller: string): void {
  if (environment === 'production' && caller !== countryOfPlatform(platform))
    throw new ProblemError('NOT_AUTHORISED', `${caller} does not run ${platform}`);
}

function deviceKey(request: FastifyRequest): DeviceKey {
  const { platform, device } = request.params as { platform: string; device: string };
  if (!isHosted(platform)) throw new ProblemError('NOT_FOUND', 'no such platform is hosted here');
  if (!deviceIdSchema.safeParse(device).success)
    throw new ProblemError('BAD_REQUEST', 'a device id is 4 to 32 of A-Z, 0-9 and -');
  return { platform, deviceId: device };
}

/** @param last its newest assignment */
function publishedDevice(device: TrackedDevice, last: Assignment | undefined): Record<string, unknown> {
  const { platform, deviceId, protocol, zoneMinutes, state, newestAt } = device;
  const on = last?.detachedAt === null ? { transitReference: last.reference } : {};
  const reported = newestAt === null ? {} : { lastReportAt: new Date(newestAt).toISOString() };
  return {
    platform,
    deviceId,
    protocol,
    zoneMinutes,
    state,
    ...on,
    ...reported,
    lastEventSeq: last?.lastSeq ?? 0,
  };
}
