import { defineDeviation } from '../deviation.ts';

/** The cursor published is the last one queued, delivered or not. */
export default defineDeviation({
  name: 'takes-queued-for-delivered',
  violates: ['DLV-013'],
  why: 'the cursor is read from the counter that numbers deliveries',
  onDeliveryState: (state) => ({ ...state, cursor: state['lastQueued'] }),
});
