import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countriesOf, recipientsOf } from './routing.ts';

const all = ['BF', 'ML', 'NE', 'TG'];

test('each administration of the road but the sender is told once', () => {
  assert.deepEqual(recipientsOf({ sender: 'TG', recipient: 'route' }, ['TG', 'BF', 'ML'], all), ['BF', 'ML']);
  assert.deepEqual(recipientsOf({ sender: 'BF', recipient: 'route' }, ['TG', 'BF', 'BF', 'ML'], all), [
    'TG',
    'ML',
  ]);
});

test('a transit from Ouagadougou to Bamako is no business of Togo', () => {
  assert.deepEqual(recipientsOf({ sender: 'BF', recipient: 'route' }, ['BF', 'ML'], all), ['ML']);
});

test('reference data go to all participants but the sender, and one recipient is one delivery', () => {
  assert.deepEqual(recipientsOf({ sender: 'NE', recipient: 'all' }, [], ['hub', ...all]), ['BF', 'ML', 'TG']);
  assert.deepEqual(recipientsOf({ sender: 'TG', recipient: 'BF' }, ['TG', 'BF', 'ML'], all), ['BF']);
});

test('what is meant for the hub is delivered to nobody', () => {
  assert.deepEqual(recipientsOf({ sender: 'TG', recipient: 'hub' }, ['TG', 'BF'], all), []);
});

test('the countries of an itinerary are in order of travel, each once', () => {
  assert.deepEqual(
    countriesOf([{ country: 'TG' }, { country: 'TG' }, { country: 'BF' }, { country: 'ML' }]),
    ['TG', 'BF', 'ML'],
  );
});

const event = (territory: string) => ({
  sender: 'TRK-TG',
  recipient: 'territory',
  payload: { transitReference: '26TG0LOM1T00000014', platform: 'TRK-TG', territory },
});

test('what a platform tells goes to the country of departure and to that of the truck, when it is on the road', () => {
  const road = ['TG', 'BF', 'ML'];
  assert.deepEqual(recipientsOf(event('BF'), road, all), ['TG', 'BF']);
  assert.deepEqual(recipientsOf(event('TG'), road, all), ['TG']);
  assert.deepEqual(recipientsOf(event('NE'), road, all), ['TG']);
});

test('what an office says of devices goes to the platforms that it names, beside the road', () => {
  const payload = { platform: 'TRK-BF', replaces: { platform: 'TRK-TG', deviceId: 'SYN-0001' } };
  const message = { sender: 'BF', recipient: 'route', payload };
  assert.deepEqual(recipientsOf(message, ['TG', 'BF'], all), ['TG', 'TRK-BF', 'TRK-TG']);
});
