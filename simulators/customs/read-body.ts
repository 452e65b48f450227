import type { IncomingMessage } from 'node:http';

/** Largest body accepted. @source binding, introduction (20 MiB) */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** A caller that goes on after this much is cut off instead of being answered. */
const MAX_DISCARDED_BYTES = 128 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** The body of a request; with fault `reset` what came of it, with `too-large` nothing. */
export interface ReadBody {
  readonly body: Buffer;
  readonly fault?: 'reset' | 'too-large';
}

/**
 * Reads a body whole and calls `done` once. A body too large is read to its end and thrown away as it comes, since a
 * caller that is still writing would see a broken connection instead of the 413. A callback, since a promise for
 * every request would be a tenth of what a seat spends on HTTP.
 */
export function readBody(request: IncomingMessage, done: (read: ReadBody) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isDone = false;
  const end = (fault?: 'reset') => {
    if (isDone) return;
    isDone = true;
    const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    done(fault ? { body, fault } : { body });
  };
  const endUnlessTooLarge = (fault?: 'reset') => {
    if (bytes <= MAX_BODY_BYTES) return end(fault);
    if (!isDone) done({ body: NOTHING, fault: 'too-large' });
    isDone = true;
  };
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > MAX_DISCARDED_BYTES) request.destroy();
  });
  request.on('end', () => endUnlessTooLarge());
  request.on('error', () => end('reset'));
  request.on('close', () => endUnlessTooLarge('reset'));
}
