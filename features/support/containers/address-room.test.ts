import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AddressRoom } from './address-room.ts';

test('addresses come in order, none twice, never network, broadcast, or what is taken', () => {
  const room = new AddressRoom('10.7.3.0/29', ['10.7.3.1']);
  const given = Array.from({ length: 5 }, () => room.take());
  assert.deepEqual(given, ['10.7.3.2', '10.7.3.3', '10.7.3.4', '10.7.3.5', '10.7.3.6']);
  assert.throws(() => room.take(), { code: 'NO_ADDRESS_LEFT', message: /6 sont prises/ });
});

test('an address that is given back rests until all others were given', () => {
  const room = new AddressRoom('192.168.255.248/29', []);
  const first = room.take();
  room.giveBack(first);
  assert.notEqual(room.take(), first);
  const rest = Array.from({ length: 5 }, () => room.take());
  assert.equal(rest.at(-1), first);
});

test('a large network counts over the byte', () => {
  const room = new AddressRoom('172.18.0.0/16', ['172.18.0.1']);
  const given = Array.from({ length: 300 }, () => room.take());
  assert.deepEqual([given[0], given[253], given[254]], ['172.18.0.2', '172.18.0.255', '172.18.1.0']);
});
