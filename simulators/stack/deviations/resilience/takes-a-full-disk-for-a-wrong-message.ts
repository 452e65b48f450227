import { defineDeviation } from '../deviation.ts';

/** What the hub could not keep is refused as if it were the message that is wrong: nobody repeats it. */
export default defineDeviation({
  name: 'takes-a-full-disk-for-a-wrong-message',
  violates: ['RES-007'],
  why: 'every error in handling a message is told as an error of the message',
  onFault: (answer) =>
    answer ?? { status: 422, body: Buffer.from(JSON.stringify({ messageType: 'AT91', payload: {} })) },
});
