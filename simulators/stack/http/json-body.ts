import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../intake/problem-error.ts';

/**
 * The body as JSON; undefined when there is none.
 * @throws ProblemError NOT_JSON
 */
export function jsonOf({ body }: FastifyRequest): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new ProblemError('NOT_JSON', (error as Error).message.slice(0, 200));
  }
}
