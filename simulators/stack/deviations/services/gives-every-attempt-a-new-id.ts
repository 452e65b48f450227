import { randomUUID } from 'node:crypto';
import { REQUEST_ID_HEADER } from '../../../../profile/services/service-limits.ts';
import { defineDeviation } from '../deviation.ts';

/** A request that is repeated looks like another one. */
export default defineDeviation({
  name: 'gives-every-attempt-a-new-id',
  violates: ['SRV-004'],
  why: 'the id is drawn where the request is built, and it is built anew',
  onServiceCall: (call) => ({ ...call, headers: { ...call.headers, [REQUEST_ID_HEADER]: randomUUID() } }),
});
