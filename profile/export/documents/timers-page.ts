import { timers } from '../../timers/timers.ts';
import { duration, page, table, tick } from './markdown.ts';

/** `timers.md`: every timer with its default and source. */
export const timersPage = (): string =>
  page(
    '# Timers (délais)',
    'Every timer is a parameter of the stack, by its name, in seconds. A target without a test clock gives shortened values in ' +
      'its description. The time limit of a movement (`limitDate`) is no timer of this list: it is in the DepartureRelease.',
    table(
      ['name', 'default', 'seconds', 'français', 'English', 'source'],
      Object.values(timers).map(({ name, seconds, fr, en, source }) => [
        tick(name),
        duration(seconds),
        String(seconds),
        fr,
        en,
        source,
      ]),
    ),
  );
