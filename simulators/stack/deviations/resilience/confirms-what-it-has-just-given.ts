import { defineDeviation } from '../deviation.ts';

/** What a country pulls counts as received before the country has said so. */
export default defineDeviation({
  name: 'confirms-what-it-has-just-given',
  violates: ['DLV-007'],
  why: 'reading and confirming are one statement',
  onPull: (page) => ({ ...page, confirmed: Math.max(page.confirmed, page.next) }),
});
