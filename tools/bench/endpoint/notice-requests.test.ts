import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { parseMessage } from '../../../profile/parse-message.ts';
import { movements } from '../traffic/movements.ts';
import { NoticeRequests } from './notice-requests.ts';

function bodyOf(request: Buffer): Record<string, unknown> {
  const text = request.toString('utf8');
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  const length = Number(/Content-Length: (\d+)/.exec(text)?.[1]);
  assert.equal(Buffer.byteLength(body), length);
  return JSON.parse(body);
}

test('every request is a valid TransitNotice of another movement under another id', () => {
  const requests = new NoticeRequests(movements('test').next().value.notice, 2);
  const reference = loadReferenceData();
  const bodies = Array.from({ length: 50 }, (_, n) => bodyOf(requests.next(n % 2)));
  for (const body of bodies) {
    const parsed = parseMessage(body, reference);
    assert.ok(parsed.ok, JSON.stringify(parsed));
    assert.equal(body['conversationId'], parsed.message.payload['transitReference']);
  }
  assert.equal(new Set(bodies.map((body) => body['messageId'])).size, bodies.length);
  assert.equal(new Set(bodies.map((body) => body['conversationId'])).size, bodies.length);
});
