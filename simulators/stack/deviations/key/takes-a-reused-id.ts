import { createHash } from 'node:crypto';
import { canonicalForm } from '../../../../profile/envelope/digest.ts';
import { defineDeviation } from '../deviation.ts';

const digestOf = (message: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update(canonicalForm(message)).digest('hex');

/** A message id used again for other content is acknowledged as a harmless replay. */
export default defineDeviation({
  name: 'takes-a-reused-id',
  violates: ['KEY-003'],
  why: 'the key is looked up, the digest is not compared',
  onDuplicate: (earlier, message) => (earlier ? { ...earlier, digest: digestOf(message) } : null),
});
