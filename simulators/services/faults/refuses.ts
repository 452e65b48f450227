import type { ServiceProblemCode } from '../../../profile/services/service-problems.ts';
import { refusing } from '../doubles/double.ts';
import { defineServiceFault } from './service-fault.ts';

/** The service refuses: it does not know what is asked about, or will not do what is asked. */
export const refuses = defineServiceFault<{ code: ServiceProblemCode; about?: string; times?: number }>({
  name: 'refuses',
  french: 'refuse',
  keepsShape: true,
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: (_answer, { code, about }, { request: { url, method } }) =>
    method === 'DELETE' || (about !== undefined && !url.includes(encodeURIComponent(about)))
      ? undefined
      : refusing(code, code === 'COUNTRY_NOT_COVERED' ? { countriesNotCovered: ['NE' as never] } : {}),
});
