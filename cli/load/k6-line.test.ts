import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { k6LineOf } from './k6-line.ts';

const MARK = '\u001e';
const HEAD =
  '{"corridor":"exchange","kind":"submit","from":"TG","method":"POST","path":"/v0/messages","name":"TransitNotice","at":1,"status":202,"afterMs":3.5';
const QUESTION = HEAD.replace('submit', 'query').replace('POST', 'GET');
const ANSWER = `{"a":1,\r"said":"\u2028é"}`;
/** Not as JSON.stringify would write it, so that only its own bytes are equal. */
const BODY = '{"b":1.0, "name":"Lomé","body":{"x":"\\u00e9"}}';
const LINE = `${HEAD}}${MARK}${BODY}${MARK}${ANSWER}${MARK}`;

/** What an exchange was answered; undefined when the line tells none. */
function answerIn(line: string): string | undefined {
  const said = k6LineOf(line);
  return said?.corridor === 'exchange' ? said.answer : undefined;
}

describe('a line of k6', () => {
  it('keeps the bytes of the body and of the answer', () => {
    const said = k6LineOf(LINE);
    assert.ok(said?.corridor === 'exchange');
    assert.equal(said.body, BODY);
    assert.deepEqual(said.content, { b: 1, name: 'Lomé', body: { x: 'é' } });
    assert.equal(said.answer, ANSWER);
  });

  it('has an answer of several lines in its JSON', () =>
    assert.equal(answerIn(`${HEAD},"answer":"a\\nb"}${MARK}${BODY}${MARK}${MARK}`), 'a\nb'));

  it('has no body when it tells a question', () => {
    const said = k6LineOf(`${QUESTION}}${MARK}${MARK}${ANSWER}${MARK}`);
    assert.ok(said?.corridor === 'exchange' && !('body' in said));
    assert.equal(said.answer, ANSWER);
  });

  it('is without an answer where there came none', () =>
    assert.equal(answerIn(`${QUESTION}}${MARK}${MARK}${MARK}`), ''));

  it('of others is none of ours', () => assert.equal(k6LineOf('{"level":"info"}'), undefined));

  it('is refused wherever it was cut', () => {
    for (let length = 0; length < LINE.length; length += 1)
      assert.ok(!k6LineOf(LINE.slice(0, length)), LINE.slice(0, length));
  });

  for (const [what, line] of [
    ['two answers', `${HEAD},"answer":"a"}${MARK}${BODY}${MARK}${ANSWER}${MARK}`],
    ['a mark within the answer', LINE.replace('"a":1', MARK)],
    ['more behind it', `${LINE}}`],
    ['a moment that is none', LINE.replace('"at":1', '"at":1e300')],
    ['a field of nobody', LINE.replace('"at":1', '"more":1,"at":1')],
    ['a submission without a body', `${HEAD}}${MARK}${MARK}${ANSWER}${MARK}`],
    ['a body that is no JSON', LINE.replace('1.0,', '1.0,,')],
    ['a question with a body', LINE.replace(HEAD, QUESTION)],
    [
      'a body of a movement that stopped',
      `{"corridor":"stopped","movement":"26TG","at":"X"}${MARK}{}${MARK}${MARK}`,
    ],
  ] as const)
    it(`is refused with ${what}`, () => assert.equal(k6LineOf(line), null));
});
