import type { Json } from '../wiremock/stub.ts';
import { defineServiceFault, membersOf, takesEffect } from './service-fault.ts';

/** Milliseconds of real time; how often; what the late answer says otherwise than the T1; only what is done for the first time. */
interface Lateness {
  readonly ms: number;
  readonly times?: number;
  readonly says?: Readonly<Record<string, Json>>;
  readonly done?: boolean;
}

/** The service answers after the time limit: too late. Real time; the clock of the stack is moved meanwhile. */
export const late = defineServiceFault<Lateness>({
  name: 'late',
  french: 'répond après le délai',
  keepsShape: true,
  times: ({ times = Number.POSITIVE_INFINITY, done }) => (done ? undefined : times),
  spoil: (answer, { ms, done, says }, right) => {
    if (done && !takesEffect(right)) return undefined;
    const members = answer.status < 300 ? membersOf(answer) : undefined;
    return { ...answer, ...(says && members ? { body: { ...members, ...says } } : {}), delayMs: ms };
  },
});
