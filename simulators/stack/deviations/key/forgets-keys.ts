import type { Recovered } from '../../intake/answer.ts';
import { defineDeviation } from '../deviation.ts';

const WEEK_MS = 7 * 86_400_000;

/** When the message was acknowledged, by the acknowledgement that was kept. */
const receivedAt = ({ answer }: Recovered): number => {
  const { payload } = JSON.parse(answer.toString('utf8')) as { payload: { receivedAt: string } };
  return Date.parse(payload.receivedAt);
};

/** What was received more than a week ago is not known any more. */
export default defineDeviation({
  name: 'forgets-keys',
  violates: ['KEY-008'],
  why: 'the table of keys is emptied every week, whatever the movement still has before it',
  onDuplicate: (earlier, _message, { now }) =>
    earlier && now - receivedAt(earlier) > WEEK_MS ? null : earlier,
});
