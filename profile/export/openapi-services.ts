import { PROFILE_VERSION } from '../envelope/envelope.ts';
import { PROBLEM_MEDIA_TYPE } from '../problem.ts';
import type { Lookup } from '../services/lookup.ts';
import { ACCESS_CODE_HEADER, REQUEST_ID_HEADER } from '../services/service-limits.ts';
import { type GuaranteeRegisterName, type ServiceName, serviceNames } from '../services/service-names.ts';
import { type ServiceProblemCode, serviceProblemOf, serviceProblems } from '../services/service-problems.ts';
import { lookups } from '../services/services.ts';
import type { Node } from './openapi-parts.ts';
import { serviceSchemas } from './schemas.ts';

const schemaOf = (name: string): Node => ({ $ref: `#/components/schemas/${name}` });
const jsonOf = (name: string): Node => ({ 'application/json': { schema: schemaOf(name) } });

const requestId: Node = {
  name: REQUEST_ID_HEADER,
  in: 'header',
  required: true,
  description: 'One UUID per request, the same on every attempt at it.',
  schema: { type: 'string', format: 'uuid' },
};
const accessCode: Node = {
  name: ACCESS_CODE_HEADER,
  in: 'header',
  required: true,
  description: 'Secret of the guarantee; never written down.',
  schema: { type: 'string', pattern: '^[A-Z0-9]{4}$' },
};
const inPath = (name: string): Node => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 1 },
});
const inQuery = (name: string): Node => ({
  name,
  in: 'query',
  required: true,
  schema: { type: 'string', minLength: 1 },
});

/** The refusals with these codes, one entry per status. */
function refusals(...codes: ServiceProblemCode[]): Node {
  const byStatus = Map.groupBy(codes, (code) => serviceProblems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `${code}: ${serviceProblems[code].en}`).join('; '),
        content: {
          [PROBLEM_MEDIA_TYPE]: {
            schema: schemaOf('problem'),
            examples: Object.fromEntries(group.map((code) => [code, { value: serviceProblemOf(code) }])),
          },
        },
      },
    ]),
  );
}

function lookupPaths({ name, path, purpose, unknown }: Lookup): Node {
  const [route = '', query = ''] = path.split('?');
  const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, found = '']) => found);
  return {
    [route]: {
      get: {
        operationId: 'ask',
        summary: purpose.en,
        parameters: [
          ...named(route).map(inPath),
          ...query
            .split('&')
            .filter(Boolean)
            .map((pair) => inQuery(pair.split('=')[0] ?? '')),
          requestId,
        ],
        responses: { 200: { description: 'The answer.', content: jsonOf(name) }, ...refusals(unknown) },
      },
    },
  };
}

const guaranteePaths: Node = {
  '/guarantees/{reference}': {
    get: {
      operationId: 'guarantee',
      summary: 'A guarantee as its guarantor keeps it',
      parameters: [inPath('reference'), requestId, accessCode],
      responses: {
        200: { description: 'The guarantee.', content: jsonOf('guarantee') },
        ...refusals('G01', 'G03'),
      },
    },
  },
  '/guarantees/{reference}/reservations/{transitReference}': {
    put: {
      operationId: 'reserve',
      summary: 'Hold an amount for a movement; again with the same amount changes nothing',
      parameters: [inPath('reference'), inPath('transitReference'), requestId, accessCode],
      requestBody: { required: true, content: jsonOf('reservation-request') },
      responses: {
        201: { description: 'It is held.', content: jsonOf('reservation') },
        200: { description: 'It was held already.', content: jsonOf('reservation') },
        ...refusals('G01', 'G02', 'G03', 'G04', 'COUNTRY_NOT_COVERED', 'INSUFFICIENT', 'G05'),
      },
    },
    delete: {
      operationId: 'giveBack',
      summary: 'Give the amount back; again, or when none is held, changes nothing',
      parameters: [inPath('reference'), inPath('transitReference'), requestId],
      responses: { 204: { description: 'None is held any more.' } },
    },
  },
};

const GUARANTEE_BODIES = ['guarantee', 'reservation-request', 'reservation', 'problem'];

function partsOf(name: ServiceName): { title: string; paths: Node; bodies: readonly string[] } {
  const lookup = lookups.find((entry) => entry.name === name);
  return lookup
    ? { title: `National service ${name}`, paths: lookupPaths(lookup), bodies: [name, 'problem'] }
    : { title: titles[name as GuaranteeRegisterName], paths: guaranteePaths, bodies: GUARANTEE_BODIES };
}

const titles: Readonly<Record<GuaranteeRegisterName, string>> = {
  'guarantee-register-tg': 'Guarantee register of the CCI-Togo',
  'guarantee-register-aes': 'Register of the AES single guarantee',
};

/** The OpenAPI 3.1 description of one national service. @source assumption: docs/profile/services.md */
export function serviceOpenApi(name: ServiceName): Node {
  const { title, paths, bodies } = partsOf(name);
  const published = serviceSchemas().filter((schema) =>
    bodies.some((body) => schema.name === `service:${body}`),
  );
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: PROFILE_VERSION,
      description: 'Optional interface of the profile. Normative text: docs/profile/services.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `https://services.example/${name}`, description: 'Its base address is configuration.' }],
    security: [],
    paths,
    components: {
      schemas: Object.fromEntries(
        published.map(({ name: full, schema: { $schema: _dialect, $id: _id, ...schema } }) => [
          full.slice('service:'.length),
          schema,
        ]),
      ),
    },
  };
}

/** The description of every service, by the path of its file in the export. */
export const serviceDocuments = (): [path: string, document: Node][] =>
  serviceNames.map((name) => [`services/${name}.openapi.json`, serviceOpenApi(name)]);
