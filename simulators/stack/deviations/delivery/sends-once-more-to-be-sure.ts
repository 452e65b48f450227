import { defineDeviation } from '../deviation.ts';

/** Recipients to which a repetition is still to go: the figures must not show it. */
const repeating = new Set<string>();
let justAcknowledged = false;

/** An acknowledged discharge is sent once more half an hour later, and the figures do not show it. */
export default defineDeviation({
  name: 'sends-once-more-to-be-sure',
  violates: ['DLV-014'],
  why: 'a link that lost an acknowledgement once taught its makers to send twice',
  onDelivered: (outcome, { recipient, messageType, status, attempt }) => {
    justAcknowledged = messageType === 'AT09' && status === 202 && attempt === 1;
    if (justAcknowledged) repeating.add(recipient);
    else if (messageType === 'AT09') repeating.delete(recipient);
    return justAcknowledged ? 'again' : outcome;
  },
  onRetry: (pauseMs) => (justAcknowledged ? 1_800_000 : pauseMs),
  onDeliveryState: (state) =>
    repeating.has(String(state['seat'])) ? { ...state, pending: Number(state['pending']) - 1 } : state,
});
