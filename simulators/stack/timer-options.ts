import { type TimerName, timers } from '../../profile/timers/timers.ts';
import { StackError } from './errors.ts';

const EXAMPLE = 'Expected seconds by name, e.g. {"versionGap":2}.';

/** The timers of the profile, seconds, with those of a JSON object put over them. */
export function readTimers(text: string | undefined): Readonly<Record<TimerName, number>> {
  const defaults = Object.fromEntries(Object.values(timers).map(({ name, seconds }) => [name, seconds]));
  const given = text === undefined ? {} : parse(text);
  for (const [name, seconds] of Object.entries(given)) {
    if (!(name in defaults))
      throw new StackError(
        'UNKNOWN_TIMER',
        `Failed to read --timers: found no timer named ${JSON.stringify(name)}.`,
        `Known: ${Object.keys(defaults).join(', ')}.`,
      );
    if (typeof seconds !== 'number' || !(seconds >= 0))
      throw notValid(`the value of ${name} is ${JSON.stringify(seconds)}`);
  }
  return { ...defaults, ...given } as Record<TimerName, number>;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw notValid(`found ${JSON.stringify(text.slice(0, 80))}`);
}

const notValid = (seen: string): StackError =>
  new StackError('TIMERS_NOT_VALID', `Failed to read --timers: ${seen}.`, EXAMPLE);
