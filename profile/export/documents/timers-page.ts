import { timers } from '../../timers/timers.ts';
import { duration, page, table, tick } from './markdown.ts';

/** `timers.md`: every timer with its default and source. */
export const timersPage = (): string =>
  page(
    '# Timers (délais)',
    'Every timer is a parameter of the stack, by its name, in seconds. A target without a test clock gives shortened values in ' +
      'its description. The time limit of a movement (`limitDate`) is no timer of this list: it is in the DepartureRelease. With a test clock all ' +
      'run on it, but that moving it ends no request under way (`acknowledgement`: [binding](binding.md), section 6).',
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
