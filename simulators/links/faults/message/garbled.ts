import { z } from 'zod';
import type { Random } from '../../../../fixtures/random.ts';
import { defineMessageFault, messageValues } from '../define-fault.ts';
import { outcome, side } from '../words.ts';

const values = messageValues.extend({
  /** How many bytes are spoiled. */
  bytes: z.int().min(1).max(4096).default(8),
  side,
});

/** Bytes that UTF-8 never has: a spoiled message is no message, whatever it said. */
const SPOILED = [0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff];

/** Some bytes arrive as others, by chance; the length stays. */
export default defineMessageFault<z.infer<typeof values>>({
  name: 'garbled',
  french: ['brouille les messages'],
  blocks: true,
  values,
  begin: ({ bytes, side }, random) => ({
    pass: async (request, onward, became) => {
      const body = side === 'request' ? garble(request.body, bytes, random) : request.body;
      const answer = await onward({ ...request, body });
      became(`${side} garbled, ${outcome(answer)}`, side === 'request' ? { arrived: body } : undefined);
      return answer && side === 'answer' ? { ...answer, body: garble(answer.body, bytes, random) } : answer;
    },
  }),
});

function garble(body: Buffer, bytes: number, random: Random): Buffer {
  if (body.length === 0) return body;
  const spoiled = Buffer.from(body);
  for (let spot = 0; spot < bytes; spot += 1) spoiled[random.int(0, body.length - 1)] = random.pick(SPOILED);
  return spoiled;
}
