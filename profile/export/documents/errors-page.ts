import { errorCatalogue } from '../../errors/error-catalogue.ts';
import type { ErrorDefinition, ErrorLayer } from '../../errors/error-definition.ts';
import { page, table, tick } from './markdown.ts';

const layers: readonly (readonly [layer: ErrorLayer, title: string, told: string])[] = [
  ['transport', 'Transport', 'HTTP problem details: what cannot be attributed to a message.'],
  [
    'answer',
    'Answer to the submission',
    'SyntaxError (AT91), with all findings of its round: what the message shows by itself. Round 1 (version and type) is told alone; ' +
      'round 3 (reference data and rules) is judged when round 2 (form) finds nothing. A test indicator of the other environment is ' +
      'told beside the findings of round 2, or else of round 3; `DUPLICATE_ID` before any round. An enumeration that stands in the ' +
      'message itself and is no code list (`status`, `direction`, `scope`, `content.kind` ...) is told with `NOT_IN_CODE_LIST` as well.',
  ],
  [
    'functional',
    'Functional',
    'FunctionalError (AT92), delivered later: what only a state or another book can tell. The pointer stands even where the message has ' +
      'no such field (`OFF_ROUTE` of a TransitNotice: `/payload/office`). `OFF_ROUTE` of an enquiry or its answer points to `/recipient`, ' +
      '`VERSION_OUT_OF_ORDER` of reference data to `/payload/version`. The changed field of `NOT_AMENDABLE` is the innermost one that ' +
      'differs; a field or a list entry that only one version has is named itself: `/payload/consignee/name`, `/payload/items/2`.',
  ],
];

function section([layer, title, told]: (typeof layers)[number]): string {
  const errors = Object.entries<ErrorDefinition>(errorCatalogue).filter(([, error]) => error.layer === layer);
  const rows = errors.map(([code, error]) => [
    tick(code),
    error.status === undefined ? '' : String(error.status),
    ...(layer === 'answer' ? [error.round ?? 'before'] : []),
    error.pointer.startsWith('/') ? tick(error.pointer) : error.pointer,
    error.fr,
    error.en,
    error.ncts ?? '',
    error.etir ?? '',
  ]);
  const round = layer === 'answer' ? ['round'] : [];
  const header = ['code', 'HTTP', ...round, 'pointer', 'français', 'English', 'NCTS', 'eTIR'];
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
