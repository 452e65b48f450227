import { defineDeviation } from '../deviation.ts';

/** What the hub composes in the test environment passes for real traffic. */
export default defineDeviation({
  name: 'marks-nothing-as-test',
  violates: ['TST-002'],
  why: 'the indicator is a default of the message class, and the default is production',
  onCompose: (message) => ({ ...message, testIndicator: false }),
});
