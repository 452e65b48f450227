import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import { examples } from '../messages/examples.ts';
import { allMessages, type MessageName } from '../messages/messages.ts';
import { problemOf } from '../problem.ts';
import { fieldMeaning } from './field-meanings.ts';
import type { JsonSchema } from './json-schema.ts';
import * as bodies from './openapi-examples.ts';
import { allSchemas, bindingSchemas, cliSchemas, messageSchemas } from './schemas.ts';

const ajv = new Ajv({ strict: true, allErrors: true });
for (const format of ['uuid', 'date-time', 'date', 'uri']) ajv.addFormat(format, true);
const validators = new Map<string, ValidateFunction>(
  allSchemas().map(({ name, schema }) => [name, ajv.compile(schema)]),
);

function accepts(name: string, value: unknown): boolean {
  const validate = validators.get(name);
  assert.ok(validate, `no schema ${name}`);
  return validate(value) as boolean;
}

test('every schema compiles as JSON Schema 2020-12 and has an id of its own', () => {
  const ids = allSchemas().map(({ schema }) => schema.$id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { schema } of allSchemas()) {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.ok(schema.title);
  }
  assert.equal(
    messageSchemas().find(({ name }) => name === 'TransitNotice')?.schema.$id,
    'urn:aes-togo:profile:0.1:TransitNotice',
  );
});

for (const { name, wireCode } of allMessages) {
  test(`the schema of ${name} accepts the example and refuses it mutilated`, () => {
    const example = examples[name as MessageName];
    assert.ok(accepts(name, example), JSON.stringify(validators.get(name)?.errors));
    const { messageId: _id, ...withoutId } = example;
    assert.ok(!accepts(name, withoutId), 'without messageId');
    assert.ok(!accepts(name, { ...example, surprise: 1 }), 'with a field nobody knows');
    assert.ok(!accepts(name, { ...example, payload: {} }), 'without payload');
    assert.ok(
      !accepts(name, { ...example, preparedAt: '2026-11-22T08:30:00+01:00' }),
      'in Niger wall-clock time',
    );
    assert.ok(!accepts(name, { ...example, messageType: 'AT99' }), `as another message than ${wireCode}`);
  });
}

function fieldsWithout(schema: JsonSchema, path: readonly string[] = []): string[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [
    ...parts.flatMap((part) => fieldsWithout(part, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
      ...(field.description ? [] : [[...path, name].join('.')]),
      ...fieldsWithout(field, [...path, name]),
    ]),
  ];
}

test('every field of every message has a meaning in its schema and a French name', () => {
  for (const { name, schema } of messageSchemas()) assert.deepEqual(fieldsWithout(schema), [], name);
  assert.deepEqual(fieldMeaning('AT05', ['seals', 'state']), {
    fr: 'état des scellés',
    en: 'Finding of the seals check',
  });
});

test('a check digit that no pattern can say is told in a comment', () => {
  const notice = messageSchemas().find(({ name }) => name === 'TransitNotice')?.schema;
  assert.match(
    notice?.properties?.['payload']?.properties?.['transitReference']?.$comment ?? '',
    /check digit/,
  );
});

const shown: readonly (readonly [name: string, value: object])[] = [
  ['ProblemDetails', problemOf('NOT_JSON')],
  ['PullAnswer', bodies.pullAnswer],
  ['DeliveryState', bodies.deliveryState],
  ['DeadLetters', bodies.deadLetters],
  ['LedgerEntry', bodies.ledgerEntry],
  ['GuaranteeEntry', bodies.guaranteeEntry],
  ['ReferenceDataAnswer', bodies.referenceData],
  ['Participants', bodies.participants],
  ['Capabilities', bodies.capabilities],
  ['Health', bodies.health],
  ['TestClock', bodies.testClock],
  ['Journey', bodies.journey],
  ['TrackingPlatforms', bodies.trackingPlatforms],
  ['DeviceRegistration', bodies.deviceRegistration],
  ['TrackedDevice', bodies.trackedDevice],
  ['ServiceStates', bodies.serviceStates],
];

for (const [name, value] of shown) {
  test(`the schema of ${name} accepts what the documents show, more fields too, and no less`, () => {
    assert.ok(accepts(name, value), JSON.stringify(validators.get(name)?.errors));
    assert.ok(accepts(name, { ...value, later: true }));
    const [first = ''] = Object.keys(value);
    assert.ok(!accepts(name, Object.fromEntries(Object.entries(value).filter(([key]) => key !== first))));
  });
}

test('the shapes of the command line take the documents of the design and refuse others', () => {
  assert.ok(accepts('cli:error', { error: { code: 'X', message: 'seen', hint: 'do' } }));
  assert.ok(!accepts('cli:error', { error: 'text' }));
  assert.ok(
    accepts('cli:stack', {
      ready: true,
      url: 'http://127.0.0.1:1',
      database: 'postgres://',
      instance: 'a',
      pid: 7,
    }),
  );
  assert.ok(!accepts('cli:stack', { ready: false, url: '', database: '', instance: '', pid: 7 }));
  assert.ok(bindingSchemas().length > 10 && cliSchemas().length >= 5);
});
