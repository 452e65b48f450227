import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyAddress, readAddress, writeAddress } from './address.ts';

test('an address is read back as it was written', () => {
  const address = { ...emptyAddress, s: 'depart/avis#le-camion/2', q: 'scellé & code', l: 'en' };
  assert.equal(writeAddress(address), '#s=depart/avis%23le-camion/2&q=scell%C3%A9%20%26%20code&l=en');
  assert.deepEqual(readAddress(writeAddress(address)), address);
});

test('an id typed by hand, its # not coded, is found', () => {
  assert.equal(readAddress('#s=depart/avis#le-camion').s, 'depart/avis#le-camion');
});

test('what is no address of ours is the empty one', () => {
  assert.deepEqual(readAddress('#verdict'), emptyAddress);
  assert.equal(readAddress('#q=%E0%A4%A').q, '%E0%A4%A');
});
