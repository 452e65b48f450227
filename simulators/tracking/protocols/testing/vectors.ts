import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ProtocolName } from '../protocol.ts';

/** A frame from outside this project, with what others read in it. @source each vector names its own */
const vector = z.object({
  id: z.string(),
  protocol: z.string(),
  variant: z.string().optional(),
  direction: z.string(),
  format: z.enum(['hex', 'http']),
  hex_or_text: z.string(),
  strict: z.boolean().optional(),
  expected: z
    .object({ deviceId: z.string().optional(), responses: z.array(z.string()).optional() })
    .catchall(z.unknown()),
});
/** One vector as it was read. */
export type Vector = z.infer<typeof vector>;

/** The vectors of one protocol, in the order of the file. */
export const vectorsOf = (protocol: ProtocolName): Vector[] =>
  z
    .array(vector)
    .parse(JSON.parse(readFileSync(path.join(__dirname, 'gps-vectors.json'), 'utf8')))
    .filter((candidate) => candidate.protocol === protocol);

/** The bytes of a vector as they crossed the wire. */
export const bytesOf = ({ format, hex_or_text: text }: Vector): Buffer =>
  Buffer.from(text, format === 'hex' ? 'hex' : 'utf8');
