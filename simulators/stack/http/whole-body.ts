import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../intake/problem-error.ts';

/** Largest body, bytes. @source binding, opening */
export const LARGEST_BODY = 20 * 1024 * 1024;

/** Who still sends after this many bytes is cut off without an answer. */
const PATIENCE = 6 * LARGEST_BODY;

/**
 * The body of a request. One that is too large is let through to its end and forgotten: answering in the middle
 * of it resets the connection, and the 413 is lost with it.
 * @throws ProblemError TOO_LARGE, NOT_JSON when the connection broke
 */
export async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > LARGEST_BODY) parts = [];
      else parts.push(part);
      if (size > PATIENCE) request.destroy();
    }
  } catch {
    if (size <= LARGEST_BODY) throw new ProblemError('NOT_JSON', 'the connection broke within the body');
  }
  if (size > LARGEST_BODY) throw new ProblemError('TOO_LARGE', `${size} bytes; ${LARGEST_BODY} are allowed`);
  return Buffer.concat(parts);
}
