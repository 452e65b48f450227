import { ACCESS_CODE_HEADER } from '../../../../profile/services/service-limits.ts';
import { defineDeviation } from '../deviation.ts';

/** The access code stands in every address, and so in every log on the way. */
export default defineDeviation({
  name: 'writes-the-access-code-into-the-path',
  violates: ['SRV-027'],
  why: 'a parameter is easier to pass than a header',
  onServiceCall: (call) => {
    const code = call.headers[ACCESS_CODE_HEADER];
    return code === undefined ? call : { ...call, path: `${call.path}?code=${code}` };
  },
});
