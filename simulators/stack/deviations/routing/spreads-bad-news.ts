import { defineDeviation } from '../deviation.ts';

const EVERYBODY = ['TG', 'BF', 'ML', 'NE'];

/** What goes wrong on a road is told to all who take part. */
export default defineDeviation({
  name: 'spreads-bad-news',
  violates: ['RTE-020'],
  why: 'alerts go to one mailing list',
  onTell: (recipients, { messageType }) => (messageType === 'AT93' ? [...EVERYBODY] : recipients),
});
