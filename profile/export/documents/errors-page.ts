import { errorCatalogue } from '../../errors/error-catalogue.ts';
import type { ErrorDefinition, ErrorLayer } from '../../errors/error-definition.ts';
import { page, table, tick } from './markdown.ts';

const layers: readonly (readonly [layer: ErrorLayer, title: string, told: string])[] = [
  ['transport', 'Transport', 'HTTP problem details: what cannot be attributed to a message.'],
  [
    'answer',
    'Answer to the submission',
    'SyntaxError (AT91), with all findings: what the message shows by itself.',
  ],
  [
    'functional',
    'Functional',
    'FunctionalError (AT92), delivered later: what only a state or another book can tell.',
  ],
];

function section([layer, title, told]: (typeof layers)[number]): string {
  const errors = Object.entries<ErrorDefinition>(errorCatalogue).filter(([, error]) => error.layer === layer);
  const rows = errors.map(([code, error]) => [
    tick(code),
    error.status === undefined ? '' : String(error.status),
    error.pointer.startsWith('/') ? tick(error.pointer) : error.pointer,
    error.fr,
    error.en,
    error.ncts ?? '',
    error.etir ?? '',
  ]);
  const header = ['code', 'HTTP', 'pointer', 'français', 'English', 'NCTS', 'eTIR'];
  return [`## ${title}`, told, table(header, rows)].join('\n\n');
}

/** `errors.md`: the error catalogue, layer by layer. */
export const errorsPage = (): string =>
  page(
    '# Error catalogue (catalogue des erreurs)',
    'Each error is told in one place ([exchange rules](exchange-rules.md), section 8). Code and pointer are binding; the ' +
      'sentence is for people. The last two columns give the counterpart in NCTS (CL180, CL030) and in eTIR.',
    ...layers.map(section),
  );
