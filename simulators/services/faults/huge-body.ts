import { MOST_ANSWER_BYTES } from '../../../profile/services/service-limits.ts';
import { defineServiceFault, membersOf } from './service-fault.ts';

/** The answer is longer than anything that this service may say; what it begins with is right. */
export const hugeBody = defineServiceFault<{ times?: number }>({
  name: 'huge-body',
  french: 'répond beaucoup trop long',
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: ({ status, ...answer }) =>
    membersOf({ status, ...answer }) && {
      status,
      text: JSON.stringify(answer.body).replace(/}$/, `${' '.repeat(MOST_ANSWER_BYTES)}}`),
      headers: { 'Content-Type': 'application/json' },
    },
});
