import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from './faulty-messages.ts';

test('a faulty message is the mutation that its phrase names', () => {
  assert.equal(faultOf('un avis de transit sans destinataire (without-consignee)').name, 'without-consignee');
});

test('a name that no mutation has, and a phrase about another message, are told', () => {
  assert.throws(() => faultOf('un avis de transit sans rien (without-anything)'), /without-anything/);
  assert.throws(() => faultOf('une mainlevée sans destinataire (without-consignee)'), {
    code: 'UNKNOWN_WORD',
    hint: /un avis de transit/,
  });
  assert.throws(() => faultOf('un avis de transit sans destinataire'), { code: 'UNKNOWN_MUTATION' });
});
