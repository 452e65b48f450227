import { PROFILE_VERSION } from '../envelope/envelope.ts';
import { type MessageDefinition, messageSchema } from '../messages/message.ts';
import { fieldMeaning } from './field-meanings.ts';
import { type JsonSchema, schemaId, toJsonSchema } from './json-schema.ts';

/** The meaning of a field of a message, in English; `path` begins with `payload` inside the payload. */
export function describeField(wireCode: string, path: readonly string[]): string | undefined {
  const inner = path[0] === 'payload' && path.length > 1 ? path.slice(1) : path;
  return fieldMeaning(wireCode, inner)?.en;
}

/** The published schema of one message: envelope and payload, closed against unknown fields. */
export function messageJsonSchema(definition: MessageDefinition): JsonSchema {
  const { name, wireCode, french, purpose } = definition;
  const { $schema, ...schema } = toJsonSchema(messageSchema(definition), (path) =>
    describeField(wireCode, path),
  );
  return {
    ...($schema ? { $schema } : {}),
    $id: schemaId(name, PROFILE_VERSION),
    title: `${name} (${wireCode}, ${french})`,
    description: purpose.en,
    $comment: 'Check digits, reference data and business rules come on top: see messages.md and rules.md.',
    ...schema,
  };
}
