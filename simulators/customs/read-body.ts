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
 * Reads a body whole. A body too large is read to its end and thrown away as it comes, since a caller that is
 * still writing would see a broken connection instead of the 413.
 */
export function readBody(request: IncomingMessage): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > MAX_DISCARDED_BYTES) request.destroy();
    });
    request.on('end', () => {
      if (bytes > MAX_BODY_BYTES) resolve({ body: NOTHING, fault: 'too-large' });
      else resolve({ body: chunks.length === 1 ? (chunks[0] ?? NOTHING) : Buffer.concat(chunks, bytes) });
    });
    request.on('error', () => resolve({ body: Buffer.concat(chunks), fault: 'reset' }));
    request.on('close', () => {
      if (bytes > MAX_BODY_BYTES) resolve({ body: NOTHING, fault: 'too-large' });
      else resolve({ body: Buffer.concat(chunks), fault: 'reset' });
    });
  });
}
