import { errorCatalogue } from '../errors/error-catalogue.ts';
import type { MessageName } from '../messages/messages.ts';
import { PROBLEM_MEDIA_TYPE, type ProblemCode, problemOf } from '../problem.ts';
import type { BindingShapeName } from './binding-shapes.ts';

/** Any node of the OpenAPI document. */
export type Node = { [key: string]: unknown };

/** A reference to a published schema, by its name. */
export const refTo = (name: MessageName | BindingShapeName | 'AnyMessage'): Node => ({
  $ref: `#/components/schemas/${name}`,
});

/** A reference to a parameter or header of the binding. */
export const parameter = (name: string): Node => ({ $ref: `#/components/parameters/${name}` });

/** A JSON body of a published shape, with an example when there is one. */
export const json = (name: Parameters<typeof refTo>[0], example?: unknown): Node => ({
  'application/json': { schema: refTo(name), ...(example === undefined ? {} : { example }) },
});

/** An answer with a JSON body. */
export const answer = (
  description: string,
  name: Parameters<typeof refTo>[0],
  example?: unknown,
  headers?: Node,
): Node => ({ description, ...(headers ? { headers } : {}), content: json(name, example) });

/** The problem answers of these codes, one entry per HTTP status. */
export function problems(...codes: ProblemCode[]): Node {
  const byStatus = Map.groupBy(codes, (code) => errorCatalogue[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `${code}: ${errorCatalogue[code].en}`).join('; '),
        content: {
          [PROBLEM_MEDIA_TYPE]: {
            schema: refTo('ProblemDetails'),
            examples: Object.fromEntries(group.map((code) => [code, { value: problemOf(code) }])),
          },
        },
      },
    ]),
  );
}

/** Parameters and headers of requests, by the name under which paths cite them. */
export const parameters: Node = {
  Seat: {
    name: 'seat',
    in: 'path',
    required: true,
    description: 'Country of the seat, ISO 3166-1 alpha-2, or code of a tracking platform.',
    schema: { type: 'string', pattern: '^(?:TRK-)?[A-Z]{2}$' },
    example: 'BF',
  },
  CallingSeat: {
    name: 'Corridor-Seat',
    in: 'header',
    required: true,
    description: 'Who calls: a country, a tracking platform, or `hub`.',
    schema: { type: 'string', pattern: '^(?:hub|(?:TRK-)?[A-Z]{2})$' },
    example: 'TG',
  },
  Cursor: {
    name: 'Corridor-Cursor',
    in: 'header',
    description: "Deliveries of the hub only: position in the recipient's queue, 1, 2, 3 ... without gaps.",
    schema: { type: 'integer', minimum: 1 },
  },
  Attempt: {
    name: 'Corridor-Attempt',
    in: 'header',
    description: 'Deliveries of the hub only: 1 for the first attempt.',
    schema: { type: 'integer', minimum: 1 },
  },
  Late: {
    name: 'Corridor-Late',
    in: 'header',
    description:
      'Deliveries of the hub only: `true` when prepared more than 72 h before reception, else absent.',
    schema: { type: 'string', const: 'true' },
  },
  Reference: {
    name: 'Corridor-Reference',
    in: 'header',
    description:
      'Submissions to the hub only, optional: reference data that the sender works with, by version.',
    schema: { type: 'string', examples: ['BF/OFFICES@12, ML/CODE_LIST.hsCodes@3'] },
  },
  After: {
    name: 'after',
    in: 'query',
    description: 'Only messages with a higher cursor; confirms all up to this one.',
    schema: { type: 'integer', minimum: 0, default: 0 },
  },
  Limit: {
    name: 'limit',
    in: 'query',
    description: 'How many messages at most.',
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  },
  TransitReference: {
    name: 'transitReference',
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1 },
    example: '26TG0LOM1T00000014',
  },
  Platform: {
    name: 'platform',
    in: 'path',
    required: true,
    description: 'A tracking platform that this stack hosts.',
    schema: { type: 'string', pattern: '^TRK-[A-Z]{2}$' },
    example: 'TRK-TG',
  },
  DeviceId: {
    name: 'deviceId',
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[A-Z0-9-]{4,32}$' },
    example: '8000620011',
  },
  GuaranteeReference: {
    name: 'guaranteeReference',
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1 },
    example: '26TG000000000CCI6',
  },
};
