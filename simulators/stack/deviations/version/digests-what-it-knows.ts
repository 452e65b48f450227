import { digestOf } from '../../outbox/work.ts';
import { defineDeviation } from '../deviation.ts';

/** The digest leaves out what later versions add. */
export default defineDeviation({
  name: 'digests-what-it-knows',
  violates: ['VER-004'],
  why: 'the digest is taken of the message as it was mapped',
  onDigest: (_digest, { extensions: _, ...known }) => digestOf(known),
});
