import { PROFILE_VERSION } from '../envelope/envelope.ts';
import { allMessages } from '../messages/messages.ts';
import type { JsonSchema } from './json-schema.ts';
import { type Node, parameters } from './openapi-parts.ts';
import { paths } from './openapi-paths.ts';
import { bindingSchemas, messageSchemas } from './schemas.ts';

/** Inside the document schemas are known by their place in it. */
function component(schema: JsonSchema): JsonSchema {
  const { $schema: _dialect, $id: _id, ...rest } = schema;
  return rest;
}

function components(): Node {
  const published = [...messageSchemas(), ...bindingSchemas()];
  const schemas = Object.fromEntries(published.map(({ name, schema }) => [name, component(schema)]));
  const pointers = allMessages.map(
    ({ name, wireCode }) => [wireCode, `#/components/schemas/${name}`] as const,
  );
  return {
    parameters,
    schemas: {
      AnyMessage: {
        title: 'Any message of the profile; messageType tells which',
        oneOf: pointers.map(([, $ref]) => ({ $ref })),
        discriminator: { propertyName: 'messageType', mapping: Object.fromEntries(pointers) },
      },
      ...schemas,
    },
  };
}

/** The OpenAPI 3.1 description of the whole binding (docs/profile/binding.md). */
export const openApiDocument = (): Node => ({
  openapi: '3.1.0',
  info: {
    title: 'AES-Togo interconnection profile: JSON over HTTP',
    version: PROFILE_VERSION,
    description:
      'The HTTP binding of the profile. Normative text: docs/profile/binding.md and exchange-rules.md.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [
    { url: 'https://hub.example/aes-togo', description: 'A hub; a seat offers POST /v0/messages alike.' },
  ],
  security: [],
  tags: ['messages', 'delivery', 'query', 'management', 'test clock', 'tracking'].map((name) => ({ name })),
  paths,
  components: components(),
});
