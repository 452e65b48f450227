import assert from 'node:assert/strict';
import { test } from 'node:test';
import { competentSeat } from './competence.ts';

const view = { departureCountry: 'TG', destinationCountry: 'BF' };
const transitReference = '26TG0LOM1T00000014';

test('only the country in the transit reference registers a movement', () => {
  assert.equal(competentSeat('TransitNotice', { transitReference }), 'TG');
});

test('only the country of departure releases, cancels, discharges, enquires, recovers and decides on the road', () => {
  for (const name of [
    'DepartureRelease',
    'CancellationNotice',
    'DischargeNotice',
    'EnquiryRequest',
    'RecoveryNotice',
  ]) {
    assert.equal(competentSeat(name, { transitReference, office: 'BF0OUA1' }, view), 'TG', name);
  }
  assert.equal(competentSeat('ItineraryChange', { decision: 'AUTHORISED', office: 'BF0CIN1' }, view), 'TG');
  assert.equal(competentSeat('ItineraryChange', { decision: 'REQUESTED', office: 'BF0CIN1' }, view), 'BF');
});

test('an office speaks through its own country, a notice of reference data through the country it is about', () => {
  assert.equal(competentSeat('BorderPassage', { office: 'BF0CIN1' }, view), 'BF');
  assert.equal(competentSeat('ReferenceDataNotice', { country: 'NE' }), 'NE');
  assert.equal(competentSeat('FindingNotice', { office: 'BF0CIN1' }), 'hub');
});

test('anyone may ask', () => {
  assert.equal(competentSeat('MovementQuery', { by: { transitReference } }), null);
});
