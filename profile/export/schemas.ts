import type { z } from 'zod';
import { PROFILE_VERSION } from '../envelope/envelope.ts';
import { allMessages } from '../messages/messages.ts';
import { bindingShapes } from './binding-shapes.ts';
import { cliShapes } from './cli-shapes.ts';
import { fieldMeaning } from './field-meanings.ts';
import { type JsonSchema, schemaId, toJsonSchema } from './json-schema.ts';
import { messageJsonSchema } from './message-schema.ts';
import { serviceShapes } from './service-shapes.ts';

/** A schema and the path under which it is published, from the folder of the export. */
export interface PublishedSchema {
  readonly path: string;
  readonly name: string;
  readonly schema: JsonSchema;
}

function shapeSchema(name: string, { schema, title }: { schema: z.ZodType; title: string }): JsonSchema {
  const { $schema, ...rest } = toJsonSchema(schema, (path) => fieldMeaning(name, path)?.en);
  return { ...($schema ? { $schema } : {}), $id: schemaId(name, PROFILE_VERSION), title, ...rest };
}

/** The schema of each message, by its name. */
export const messageSchemas = (): PublishedSchema[] =>
  allMessages.map((definition) => ({
    path: `schemas/${definition.name}.schema.json`,
    name: definition.name,
    schema: messageJsonSchema(definition),
  }));

/** The schema of each body of the binding that is not a message. */
export const bindingSchemas = (): PublishedSchema[] =>
  Object.entries(bindingShapes).map(([name, shape]) => ({
    path: `schemas/${name}.schema.json`,
    name,
    schema: shapeSchema(name, shape),
  }));

/** The schema of each machine shape of the command line. */
export const cliSchemas = (): PublishedSchema[] =>
  Object.entries(cliShapes).map(([name, shape]) => ({
    path: `schemas/cli/${name}.schema.json`,
    name: `cli:${name}`,
    schema: shapeSchema(`cli:${name}`, shape),
  }));

/** The schema of each body of the national services. */
export const serviceSchemas = (): PublishedSchema[] =>
  Object.entries(serviceShapes).map(([name, shape]) => ({
    path: `schemas/services/${name}.schema.json`,
    name: `service:${name}`,
    schema: shapeSchema(`service:${name}`, shape),
  }));

/** Every schema that the profile publishes. */
export const allSchemas = (): PublishedSchema[] => [
  ...messageSchemas(),
  ...bindingSchemas(),
  ...cliSchemas(),
  ...serviceSchemas(),
];
