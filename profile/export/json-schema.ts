import { z } from 'zod';
import { codeLists } from '../code-lists/code-lists.ts';

/** The parts of JSON Schema 2020-12 that the profile uses. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $comment?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  maxProperties?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** The name of everything that the profile publishes: `urn:aes-togo:profile:0.1:TransitNotice`. */
export const schemaId = (name: string, version: string): string => `urn:aes-togo:profile:${version}:${name}`;

/** Identifiers whose last character is computed, by the example in their schema; no pattern can say it. */
const CHECK_DIGITS: ReadonlyMap<string, string> = new Map([
  ['CSQU3054383', 'Last character: ISO 6346 check digit.'],
  ['26TG0LOM1T00000014', 'Last character: check digit over the others by the rule of ISO 6346.'],
  ['26TG000000000CCI6', 'Last character: check digit over the others by the rule of ISO 6346.'],
]);

const codeListNames = new Map(
  Object.entries(codeLists).map(([name, list]) => [Object.keys(list).join(), name]),
);

/** Name of the code list that an enumeration stands for, or undefined. */
export const codeListOf = (schema: JsonSchema): string | undefined =>
  schema.enum ? codeListNames.get(schema.enum.join()) : undefined;

/** What a pattern or an enumeration cannot say, in one sentence; undefined when they say all. */
export function remarkOn(schema: JsonSchema): string | undefined {
  const checkDigit = CHECK_DIGITS.get(String(schema.examples?.[0] ?? ''));
  if (checkDigit) return checkDigit;
  const list = codeListOf(schema);
  return list ? `Code list ${list}.` : undefined;
}

/**
 * The JSON Schema of a zod schema, as a receiver reads it: what the zod schema leaves open stays open.
 * @param describe the description of a field by its path, list positions left out
 */
export function toJsonSchema(
  schema: z.ZodType,
  describe: (path: readonly string[]) => string | undefined = () => undefined,
): JsonSchema {
  const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  annotate(json, [], describe);
  return json;
}

function annotate(
  schema: JsonSchema,
  path: readonly string[],
  describe: (path: readonly string[]) => string | undefined,
): void {
  const remark = remarkOn(schema);
  if (remark) schema.$comment = remark;
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) annotate(part, path, describe);
  if (schema.items) annotate(schema.items, path, describe);
  if (typeof schema.additionalProperties === 'object') annotate(schema.additionalProperties, path, describe);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const description = describe([...path, name]);
    if (description) field.description = description;
    annotate(field, [...path, name], describe);
  }
}
