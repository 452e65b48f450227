import { errorCatalogue } from '../../../../profile/errors/error-catalogue.ts';
import { defineDeviation } from '../deviation.ts';

/** A message with an extension is refused, optional or not. */
export default defineDeviation({
  name: 'refuses-what-it-does-not-know',
  violates: ['VER-001'],
  why: 'the schema of its version is closed, and nobody opened it for later ones',
  onFindings: (findings, message) =>
    message['extensions'] === undefined
      ? findings
      : [
          ...findings,
          { code: 'UNEXPECTED_FIELD', pointer: '/extensions', reason: errorCatalogue.UNEXPECTED_FIELD.fr },
        ],
});
