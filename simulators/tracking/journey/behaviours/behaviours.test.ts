import assert from 'node:assert/strict';
import test from 'node:test';
import { corridorOf } from '../../../../fixtures/corridors/corridor-of.ts';
import { roadOf } from '../../../../fixtures/corridors/road.ts';
import { calmDevice, LOME_OUAGA, type Played, play, reference } from '../testing/played.ts';
import type { Behaviour } from './behaviour.ts';
import { behaviours } from './behaviours.ts';
import { borderClosure } from './border-closure.ts';
import { breakdown } from './breakdown.ts';
import { deadZone } from './dead-zone.ts';
import { deviceLeftOnAnotherTruck } from './device-left-on-another-truck.ts';
import { diversion } from './diversion.ts';
import { jamming } from './jamming.ts';
import { longStopAndUnload } from './long-stop-and-unload.ts';
import { lowBattery } from './low-battery.ts';
import { routeChange } from './route-change.ts';
import { sealSwap } from './seal-swap.ts';
import { sealTampering } from './seal-tampering.ts';
import { wrongClock } from './wrong-clock.ts';

const MINUTE = 60_000;
const road = roadOf(corridorOf(reference.corridors, LOME_OUAGA));
/** No dead zone and no outage but those of the behaviour. */
const everywhere = {
  countries: [],
  others: { coveredShare: 1, deadStretchKm: 10, provenance: 'assumption: for a test' },
  stretches: [],
  outages: { perDay: 0, medianMinutes: 1, sigma: 0, provenance: 'assumption: for a test' },
};
const playWith = (behaviour: Behaviour): Played =>
  play(LOME_OUAGA, 'behaviour', { behaviours: [behaviour], device: calmDevice, coverage: everywhere });
const offRoad = ({ taken }: Played): number[] =>
  taken.map(({ reading }) => road.nearest(reading.lat, reading.lon).distanceKm);
const alertsOf = ({ taken }: Played): string[] =>
  taken.flatMap(({ reading }) => reading.alerts).filter((alert) => alert !== 'SEAL_OPEN');
const minutesBetween = (
  { one }: Played,
  from: Parameters<Played['one']>[0],
  to: Parameters<Played['one']>[0],
) => (one(to).at - one(from).at) / MINUTE;

test('every behaviour has a name and a French name of its own, and leaves what it says on every corridor', () => {
  assert.equal(new Set(behaviours.map(({ name }) => name)).size, 12);
  assert.equal(new Set(behaviours.map(({ french }) => french)).size, 12);
  for (const corridor of reference.corridors.keys()) {
    for (const behaviour of behaviours) {
      const { truth } = play(corridor, 'leaves', { behaviours: [behaviour] });
      const seen = new Set(truth.map(({ what }) => what));
      for (const what of behaviour.leaves)
        assert.ok(seen.has(what), `${corridor} ${behaviour.name}: ${what}`);
    }
  }
});

test('an undisturbed journey leaves none of that and gives no alert', () => {
  const quiet = play(LOME_OUAGA, 'behaviour', { device: calmDevice, coverage: everywhere });
  const seen = new Set(quiet.truth.map(({ what }) => what));
  for (const what of behaviours.flatMap(({ leaves }) => leaves)) {
    if (what !== 'ended') assert.ok(!seen.has(what), what);
  }
  assert.deepEqual(alertsOf(quiet), []);
  assert.ok(quiet.emissions.every(({ stored }) => !stored));
});

test('a diversion leaves the road for its kilometres, stays and comes back to where it left', () => {
  const played = playWith(diversion({ share: 0.45 }, 12, 90));
  const farthest = Math.max(...offRoad(played));
  assert.ok(farthest > 10 && farthest < 12.1, `${farthest} km`);
  // 12 km at 30 km/h each way, and the stay.
  assert.ok(Math.abs(minutesBetween(played, 'diverted', 'returned') - 138) < 0.01);
  assert.equal(played.one('returned').km, played.one('diverted').km);
  assert.ok(played.one('arrived').at > played.one('returned').at);
  assert.deepEqual(alertsOf(played), []);
});

test('a long stop with unloading is noticed as a cut and an open door, at once', () => {
  const played = playWith(longStopAndUnload({ km: 500 }, 150));
  assert.deepEqual(alertsOf(played), ['LOCK_CUT', 'DOOR_OPEN']);
  const cut = played.taken.find(({ reading }) => reading.alerts.includes('LOCK_CUT'));
  assert.ok(cut && cut.sentAt - played.one('seal-cut').at < 1000);
  assert.equal(played.one('unloaded').km, 500);
  assert.equal(minutesBetween(played, 'seal-cut', 'unloaded'), 107);
  assert.equal(played.emissions.at(-2)?.reading.lock, 'CUT');
});

test('a swapped seal is seen cut, then closed again', () => {
  const played = playWith(sealSwap());
  assert.deepEqual(alertsOf(played), ['LOCK_CUT']);
  const cutAt = played.one('seal-cut').at;
  const replacedAt = played.one('seal-replaced').at;
  for (const { sentAt, reading } of played.taken) {
    if (sentAt > cutAt + 1 && sentAt < replacedAt) assert.equal(reading.lock, 'CUT');
    if (sentAt > replacedAt + 1 && sentAt < played.one('device-removed').at)
      assert.equal(reading.lock, 'LOCKED');
  }
});

test('a forced seal holds', () => {
  const played = playWith(sealTampering());
  assert.deepEqual(alertsOf(played), ['SEAL_TAMPER']);
  assert.ok(played.taken.every(({ reading }) => reading.lock !== 'CUT'));
});

test('a device left on another truck goes back to Lomé while the goods go on', () => {
  const played = playWith(deviceLeftOnAnotherTruck());
  assert.deepEqual(alertsOf(played), ['SEAL_TAMPER', 'DEVICE_DETACHED']);
  const last = played.emissions.at(-1)?.reading;
  assert.ok(last && road.nearest(last.lat, last.lon).km < 1);
  assert.equal(played.one('arrived').office, 'BF0OUA1');
  assert.ok(!played.truth.some(({ what }) => what === 'device-removed'));
});

test('a changed route ends far from the road, and the truck never arrives', () => {
  const played = playWith(routeChange({ share: 0.7 }, 110));
  assert.ok((offRoad(played).at(-1) ?? 0) > 60, String(offRoad(played).at(-1)));
  assert.ok(!played.truth.some(({ what }) => what === 'arrived'));
});

test('a breakdown and a closed border make the truck stand, and nothing else', () => {
  const broken = playWith(breakdown({ share: 0.3 }, 240));
  assert.equal(minutesBetween(broken, 'broke-down', 'repaired'), 240);
  const closed = playWith(borderClosure(0, 30));
  assert.equal(minutesBetween(closed, 'border-closed', 'border-opened'), 1800);
  assert.ok(closed.one('border-opened').km < (road.zones[1]?.km ?? 0) - 2);
  assert.deepEqual([...alertsOf(broken), ...alertsOf(closed)], []);
});

test('what is measured in a dead zone goes out after it, from memory, the newest first', () => {
  const played = playWith(deadZone({ km: 300 }, 60));
  const from = played.one('network-lost').at;
  const until = played.one('network-back').at;
  assert.ok(played.emissions.every(({ sentAt }) => sentAt <= from || sentAt >= until));
  const stored = played.emissions.filter(({ stored: isStored }) => isStored).map(({ reading }) => reading.at);
  assert.ok(stored.length > 60, String(stored.length));
  assert.deepEqual(
    stored,
    [...stored].sort((a, b) => b - a),
  );
  const device = { ...calmDevice, resends: 'oldest-first' as const };
  const options = { behaviours: [deadZone({ km: 300 }, 60)], device, coverage: everywhere };
  const oldest = play(LOME_OUAGA, 'behaviour', options).emissions.map(({ reading }) => reading.at);
  assert.deepEqual(
    oldest,
    [...oldest].sort((a, b) => a - b),
  );
});

test('a wrong clock is eight hours ahead as long as it is wrong', () => {
  const played = playWith(wrongClock({ share: 0.2 }, 480));
  const from = played.one('clock-wrong').at;
  const until = played.one('clock-right').at;
  for (const { sentAt, reading } of played.emissions) {
    const ahead = reading.at - sentAt;
    const expected = sentAt > from && sentAt < until ? 480 * MINUTE : 0;
    assert.ok(ahead <= expected && ahead > expected - 1000, `${ahead} ms at ${sentAt}`);
  }
});

test('a low battery is said once', () => {
  const played = playWith(lowBattery());
  assert.deepEqual(alertsOf(played), ['LOW_BATTERY']);
  assert.ok((played.taken.at(-1)?.reading.batteryPct ?? 100) < 30);
});

test('a jammed receiver says so, and gives its last position without a fix until the end of it', () => {
  const played = playWith(jamming({ share: 0.35 }, 40));
  assert.deepEqual(alertsOf(played), ['GNSS_JAM']);
  const from = played.one('jamming-began').at;
  const until = played.one('jamming-ended').at;
  const said = played.taken.find(({ reading }) => reading.alerts.includes('GNSS_JAM'));
  assert.ok(said && said.sentAt - from < 1000);
  const jammed = played.taken.filter(({ sentAt }) => sentAt > from && sentAt < until);
  assert.ok(jammed.length > 20);
  const [first] = jammed;
  for (const { reading } of jammed) {
    assert.equal(reading.fixed, false);
    assert.equal(reading.satellites, 0);
    assert.deepEqual([reading.lat, reading.lon], [first?.reading.lat, first?.reading.lon]);
  }
  assert.ok(
    played.taken.every(({ sentAt, reading }) => reading.fixed || (sentAt >= from && sentAt <= until)),
  );
});
