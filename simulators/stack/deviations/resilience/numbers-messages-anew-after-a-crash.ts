import { randomUUID } from 'node:crypto';
import { defineDeviation } from '../deviation.ts';

/** Messages taken or composed in this life. */
const known = new Set<string>();
const anew = new Map<string, string>();

const idOf = (bytes: Buffer): string =>
  /"messageId"\s*:\s*"([^"]+)"/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** What was still to be delivered when the hub was killed goes out under another identifier. */
export default defineDeviation({
  name: 'numbers-messages-anew-after-a-crash',
  violates: ['DLV-020'],
  why: 'the envelope is built when a message leaves, and its identifier with it',
  onSubmission: (submission) => {
    known.add(idOf(submission.bytes));
    return submission;
  },
  onCompose: (message) => {
    known.add(String(message['messageId']));
    return message;
  },
  onDelivery: (request) => {
    const old = idOf(request.bytes);
    if (known.has(old)) return request;
    const id = anew.get(old) ?? randomUUID();
    anew.set(old, id);
    return { ...request, bytes: Buffer.from(request.bytes.toString('utf8').replace(old, id)) };
  },
});
