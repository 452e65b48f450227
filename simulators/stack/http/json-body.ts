import type { FastifyRequest } from 'fastify';
import { readJson } from '../intake/read-json.ts';

/**
 * The body as JSON; undefined when there is none.
 * @throws ProblemError NOT_JSON
 */
export function jsonOf({ body }: FastifyRequest): unknown {
  return Buffer.isBuffer(body) ? readJson(body) : undefined;
}
