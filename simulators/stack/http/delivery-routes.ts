import type { FastifyInstance, FastifyRequest } from 'fastify';
import { participantRegistration } from '../../../profile/export/binding-shapes.ts';
import { ProblemError } from '../intake/problem-error.ts';
import { findDeadLetters, redeliver } from '../outbox/dead-letters.ts';
import { countDeliveries, findParticipants, registerParticipant } from '../outbox/participant-table.ts';
import type { StackContext } from '../stack-context.ts';
import { ownSeat } from './caller.ts';
import { jsonOf } from './json-body.ts';

/** Without white space and control characters, which a URL parser leaves out in silence. */
const ADDRESS = /^https?:\/\/[^\s\p{Cc}\p{Cs}]{1,2000}$/iu;

/** Delivery state, dead letters and addresses of seats (binding, sections 3 and 5). */
export function deliveryRoutes(server: FastifyInstance, context: StackContext): void {
  const { pool, hooks, outbox } = context;

  server.get('/v0/participants', async (request) =>
    hooks.onPublish({ participants: await findParticipants(pool) }, request.url),
  );

  server.put('/v0/participants/:seat', async (request) => {
    const seat = ownSeat(request, hooks);
    const given = participantRegistration.safeParse(jsonOf(request));
    if (!given.success || !ADDRESS.test(given.data.baseUrl))
      throw new ProblemError('BAD_REQUEST', 'expected { "baseUrl": "http(s)://...", "system": "..." }');
    const participant = { seat, ...given.data };
    await registerParticipant(pool, participant);
    outbox.moveTo(seat, hooks.onAddress(participant.baseUrl, seat));
    return hooks.onPublish(participant, request.url);
  });

  server.get('/v0/participants/:seat/deliveries', async (request) => {
    const seat = seatOf(request);
    const counts = await countDeliveries(pool, seat);
    if (!counts) throw new ProblemError('NOT_FOUND', `no participant ${JSON.stringify(seat)}`);
    // an acknowledged message has taken effect in the same transaction: nothing is ever half done
    return hooks.onDeliveryState({ seat, ...counts, processing: 0 });
  });

  server.get('/v0/participants/:seat/dead-letters', async (request) => {
    const seat = await knownSeat(request);
    return hooks.onPublish({ deadLetters: await findDeadLetters(pool, seat) }, request.url);
  });

  server.post('/v0/participants/:seat/dead-letters/redeliver', async (request, reply) => {
    const seat = await knownSeat(request);
    return reply.code(202).send({ requeued: await redeliver(context, seat) });
  });

  async function knownSeat(request: FastifyRequest): Promise<string> {
    const seat = seatOf(request);
    if (await countDeliveries(pool, seat)) return seat;
    throw new ProblemError('NOT_FOUND', `no participant ${JSON.stringify(seat)}`);
  }
}

const seatOf = (request: FastifyRequest): string => (request.params as { seat: string }).seat;
