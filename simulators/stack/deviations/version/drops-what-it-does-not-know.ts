import { defineDeviation } from '../deviation.ts';

/** The message without its extensions, written anew. */
function without(bytes: Buffer): Buffer {
  const { extensions, ...message } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  return extensions === undefined ? bytes : Buffer.from(JSON.stringify(message));
}

/** What later versions add is lost on the way. */
export default defineDeviation({
  name: 'drops-what-it-does-not-know',
  violates: ['VER-002'],
  why: 'messages are mapped to classes of its own, and written anew from them',
  onDelivery: (request) => ({ ...request, bytes: without(request.bytes) }),
  onPull: (page) => ({
    ...page,
    entries: page.entries.map((entry) => ({ ...entry, bytes: without(entry.bytes) })),
  }),
});
