import type { FastifyRequest } from 'fastify';
import { isPlatform } from '../../../profile/identifiers/platform-code.ts';
import type { Hooks } from '../hooks.ts';
import { ProblemError } from '../intake/problem-error.ts';

/**
 * The seat that calls, by its own word.
 * @throws ProblemError NOT_AUTHORISED when it does not say
 */
export function callerOf(request: FastifyRequest): string {
  const seat = request.headers['corridor-seat'];
  if (typeof seat === 'string' && (/^[A-Z]{2}$/.test(seat) || isPlatform(seat))) return seat;
  throw new ProblemError('NOT_AUTHORISED', 'the header Corridor-Seat names no seat');
}

/**
 * The seat in the path, when it is the one that calls.
 * @throws ProblemError NOT_AUTHORISED for another
 */
export function ownSeat(request: FastifyRequest, hooks: Hooks): string {
  const { seat } = request.params as { seat: string };
  const caller = hooks.onCaller(callerOf(request), seat);
  if (seat === caller) return seat;
  throw new ProblemError('NOT_AUTHORISED', `${caller} is not ${JSON.stringify(seat.slice(0, 20))}`);
}
