import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { k6LineOf } from './k6-process.ts';

const HEAD =
  '{"corridor":"exchange","kind":"submit","at":1,"from":"TG","method":"POST","path":"/v0/messages","name":"TransitNotice","status":202,"afterMs":3.5';
const ANSWER = ',"answer":"{\\"a\\":1,\\"body\\":2}"';
/** Not as JSON.stringify would write it, so that only its own bytes are equal. */
const BODY = '{"b":1.0, "name":"Lomé","body":{"x":"\\u00e9"}}';

describe('a line of k6', () => {
  it('keeps the bytes of the body, whatever the answer holds', () => {
    const said = k6LineOf(`${HEAD}${ANSWER},"body":${BODY}}`);
    assert.equal(said?.body, BODY);
    assert.deepEqual(said?.content, { b: 1, name: 'Lomé', body: { x: 'é' } });
    assert.equal(said?.corridor === 'exchange' && said.answer, '{"a":1,"body":2}');
  });

  it('has no body when it tells a question', () => {
    assert.equal(k6LineOf(`${HEAD}${ANSWER}}`)?.body, undefined);
    assert.equal(k6LineOf(`${HEAD}${ANSWER}}`)?.corridor, 'exchange');
  });

  it('of others is none of ours', () => assert.equal(k6LineOf('{"level":"info"}'), undefined));

  it('is refused wherever it was cut', () => {
    const line = `${HEAD}${ANSWER},"body":${BODY}}`;
    for (let length = 0; length < line.length; length += 1)
      assert.ok(!k6LineOf(line.slice(0, length)), line.slice(0, length));
  });

  for (const [what, line] of [
    ['two bodies', `${HEAD}${ANSWER},"body":1,"body":${BODY}}`],
    ['more behind the body', `${HEAD}${ANSWER},"body":${BODY},"more":1}`],
    ['a moment that is none', HEAD.replace('"at":1', '"at":1e300')],
    ['a field of nobody', `${HEAD},"more":1${ANSWER}}`],
    ['a body of a movement that stopped', '{"corridor":"stopped","movement":"26TG","at":"X","body":{}}'],
  ] as const)
    it(`is refused with ${what}`, () => assert.equal(k6LineOf(line), null));
});
