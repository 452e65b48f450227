import { defineDeviation } from '../deviation.ts';

/** Extensions are cut out before anything is judged, whatever their form. */
export default defineDeviation({
  name: 'takes-any-extension',
  violates: ['VER-005', 'VER-003'],
  why: 'a filter in front of the stack lets through what its schema has, and nothing else',
  onSubmission: ({ seat, bytes }) => ({ seat, bytes: filtered(bytes) }),
});

function filtered(bytes: Buffer): Buffer {
  try {
    const { extensions, ...message } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return extensions === undefined ? bytes : Buffer.from(JSON.stringify(message));
  } catch {
    return bytes; // no message
  }
}
