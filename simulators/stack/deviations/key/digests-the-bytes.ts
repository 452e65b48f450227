import { createHash } from 'node:crypto';
import { defineDeviation } from '../deviation.ts';

/** The digest is taken of the bytes, not of the canonical form. */
export default defineDeviation({
  name: 'digests-the-bytes',
  violates: ['ENV-003', 'KEY-005'],
  why: 'hashing what came is simpler than RFC 8785',
  onDigest: (_digest, message) => createHash('sha256').update(JSON.stringify(message)).digest('hex'),
});
