import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { examples } from '../messages/examples.ts';
import { type MessageDefinition, messageSchema } from '../messages/message.ts';
import { type MessageName, messages } from '../messages/messages.ts';
import { acceptanceOf } from './acceptance.ts';

/** Every container of a value: the places where something can be changed. */
function containersOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(containersOf);
  return [value as Record<string, unknown>, ...inner];
}

/** Values near the borders of what the profile allows: one character, one unit, one kind away. */
function near(value: unknown): unknown[] {
  if (typeof value === 'string')
    return [
      value.slice(1),
      `${value}A`,
      `${value}\n`,
      value.toLowerCase(),
      value.repeat(9),
      '😀'.repeat(70),
      '\ud800',
    ];
  if (typeof value === 'number')
    return [value + 1, value - 1, value + 0.001, value + 0.0001, -value, value * 1e9];
  if (Array.isArray(value)) return [value.slice(1), [...value, ...value], Array(100).fill(value[0])];
  return [];
}

const anything = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  '',
  'A',
  '2026-02-30T00:00:00Z',
  [],
  {},
  [null],
  { a: 1 },
];

const edit = fc.record({ place: fc.nat(), member: fc.nat(), kind: fc.nat(3), by: fc.nat() });

/** A copy with one member changed to something near or far, removed, or added. */
function edited(
  message: object,
  { place, member, kind, by }: Record<'place' | 'member' | 'kind' | 'by', number>,
) {
  const copy = structuredClone(message);
  const containers = containersOf(copy);
  const container = containers[place % containers.length] ?? {};
  const names = Object.keys(container);
  const name = names[member % names.length] ?? 'new';
  const choices = kind === 0 ? anything : near(container[name]);
  if (kind < 2 && choices.length > 0) container[name] = choices[by % choices.length];
  else if (kind === 2 && !Array.isArray(container)) delete container[name];
  else container[Array.isArray(container) ? names.length : (['new', '__proto_', 'sender'][by % 3] ?? '')] = 1;
  return copy;
}

for (const [name, example] of Object.entries(examples)) {
  const schema = messageSchema(messages[name as MessageName] as MessageDefinition);
  const accepts = acceptanceOf(schema);

  test(`a ${name} is accepted at first sight, and after any change exactly when zod accepts it`, () => {
    assert.ok(accepts(example));
    const changed = fc.array(edit, { minLength: 1, maxLength: 2 });
    const property = fc.property(changed, (edits) => {
      const value = edits.reduce<object>(edited, example);
      assert.equal(accepts(value), schema.safeParse(value).success);
    });
    fc.assert(property, { seed: 1, numRuns: 400 });
  });
}

test('no object whose members may be hidden is accepted at first sight', () => {
  const accepts = acceptanceOf(z.strictObject({ a: z.int(), b: z.int().optional() }));
  assert.ok(accepts({ a: 1 }));
  assert.ok(accepts({ a: 1, b: undefined }));
  assert.ok(!accepts(Object.create({ a: 1 })));
  assert.ok(!accepts(JSON.parse('{"a":1,"__proto__":{}}')));
  assert.ok(!accepts([1]));
});

test('schemas of other kinds are left to zod', () => {
  const odd = z.strictObject({
    open: z.object({ a: z.literal('x') }),
    record: z.record(z.string(), z.int()),
    even: z.int().refine((value) => value % 2 === 0),
    web: z.url(),
    either: z.xor([z.string(), z.literal('both')]),
    more: z.number().gt(0).lt(1),
  });
  const accepts = acceptanceOf(odd);
  const good = {
    open: { a: 'x', b: 1 },
    record: { a: 1 },
    even: 2,
    web: 'http://a.invalid',
    either: 'one',
    more: 0.5,
  };
  assert.ok(accepts(good) && odd.safeParse(good).success);
  for (const change of [
    { open: { a: 'y' } },
    { record: { a: 'b' } },
    { even: 3 },
    { web: 'a' },
    { either: 'both' },
    { more: 1 },
    { more: 0 },
  ])
    assert.equal(
      accepts({ ...good, ...change }),
      odd.safeParse({ ...good, ...change }).success,
      JSON.stringify(change),
    );
});
