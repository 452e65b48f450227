import { test } from 'node:test';
import { enquiryAnswered } from './enquiry-answers.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const { messageId } = message('EnquiryRequest', 1);
const answer = (sender: string, code: string) =>
  message('EnquiryResponse', 2, { sender, correlationId: messageId, payload: { code } });
const expected = { country: 'ML', code: '1', countries: ['TG'] };

test('the answer to the country that enquires is as required', () => {
  assertGreen(enquiryAnswered([delivered(answer('ML', '1'), 'TG')], messageId, expected));
});

test('no answer, one told to others, one of another country and another code are seen', () => {
  assertRed(enquiryAnswered([], messageId, expected), /aucun/);
  const own = answer('ML', '1');
  assertRed(enquiryAnswered([delivered(own, 'TG'), delivered(own, 'BF')], messageId, expected), /BF, TG/);
  assertRed(enquiryAnswered([delivered(answer('BF', '1'), 'TG')], messageId, expected), /BF/);
  assertRed(enquiryAnswered([delivered(answer('ML', '3'), 'TG')], messageId, expected), /: 3$/);
});
