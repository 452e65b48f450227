import { defineParameterType } from '@cucumber/cucumber';
import type { LinkFault } from '../../simulators/links/index.ts';
import type { CrashPoint } from './crash.ts';
import { definePhrases } from './phrases.ts';

const WHAT: Readonly<Record<string, CrashPoint['kind']>> = { réponse: 'submit', remise: 'deliver' };
const TIMES: Readonly<Record<string, number>> = { 'deux fois de suite': 2, 'trois fois de suite': 3 };

/** `à la 3e remise`, `à la 1re réponse, deux fois de suite`. */
defineParameterType({
  name: 'crash_point',
  regexp: /à la (\d+)(?:re|e) (réponse|remise)(?:, (deux fois de suite|trois fois de suite))?/,
  transformer: (nth: string, what: string, times?: string): CrashPoint => ({
    kind: WHAT[what] ?? 'submit',
    nth: Number(nth),
    times: times ? (TIMES[times] ?? 1) : 1,
  }),
});

/** What befalls the link between the hub and its database. */
definePhrases<LinkFault>('database_fault', {
  'est coupée': { name: 'cut' },
  'rompt ses connexions': { name: 'reset' },
  'est muette': { name: 'half-open' },
  'est lente de 5 ms': { name: 'latency', ms: 5 },
  'va et vient': { name: 'flapping', upMs: 400, downMs: 30 },
});
