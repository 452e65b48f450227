import { defineParameterType } from '@cucumber/cucumber';
import type { CrashPoint } from './crash.ts';

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
