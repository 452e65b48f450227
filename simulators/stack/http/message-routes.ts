import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ReferenceVersion, readReferenceVersions } from '../../../profile/reference-versions.ts';
import type { SubmissionAnswer } from '../intake/answer.ts';
import { ProblemError } from '../intake/problem-error.ts';
import { submit } from '../intake/submit.ts';
import { pageBody, pull } from '../outbox/catch-up.ts';
import type { StackContext } from '../stack-context.ts';
import { callerOf, ownSeat } from './caller.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 500;

/** Submission and pull (binding, sections 1 and 2). */
export function messageRoutes(server: FastifyInstance, context: StackContext): void {
  server.post('/v0/messages', async (request, reply) => {
    const { body: bytes } = request;
    if (!Buffer.isBuffer(bytes))
      throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', 'the body has no content type application/json');
    const submission = { seat: callerOf(request), bytes };
    const held = heldVersions(request);
    const take = context.hooks.onIntake(() => answerTo(context, submission, held), submission);
    const { status, body } = await take();
    if (!context.hooks.onLink(true, submission)) request.raw.socket.destroy();
    return reply.code(status).header('content-type', JSON_TYPE).send(body);
  });

  server.get('/v0/participants/:seat/messages', async (request, reply) => {
    const seat = ownSeat(request, context.hooks);
    const { after, limit } = request.query as { after?: unknown; limit?: unknown };
    const from = wholeNumber('after', after ?? '0', 0, Number.MAX_SAFE_INTEGER);
    const count = wholeNumber('limit', limit ?? String(DEFAULT_LIMIT), 1, HIGHEST_LIMIT);
    const page = await pull(context, seat, from, count);
    return reply.header('content-type', JSON_TYPE).send(pageBody(page));
  });
}

/** A fault of ours is told as such; that of the sender is in the answer, or a problem of its own. */
async function answerTo(
  context: StackContext,
  submission: { seat: string; bytes: Buffer },
  held: readonly ReferenceVersion[],
): Promise<SubmissionAnswer> {
  try {
    return await submit(context, submission, held);
  } catch (error) {
    const answer = error instanceof ProblemError ? null : context.hooks.onFault(null, submission);
    if (answer === null) throw error;
    return answer;
  }
}

/** The reference data that the caller says it works with (binding, section 1). */
function heldVersions({ headers }: FastifyRequest): readonly ReferenceVersion[] {
  const header = headers['corridor-reference'];
  if (header === undefined) return [];
  const held = readReferenceVersions(String(header));
  if (held) return held;
  throw new ProblemError('BAD_REQUEST', 'expected Corridor-Reference: BF/OFFICES@12, ...');
}

function wholeNumber(name: string, text: unknown, lowest: number, highest: number): number {
  const value = typeof text === 'string' && /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= lowest && value <= highest) return value;
  throw new ProblemError('BAD_REQUEST', `${name} must be a whole number from ${lowest} to ${highest}`);
}
