import type { ObservedExchange } from '../evidence/observed-exchange.ts';
import type { ExampleEnd } from './example-features.ts';
import type { ExampleParts } from './example-run.ts';
import { hop } from './example-traffic.ts';

/** A movement that two devices followed: one to Cinkansé, one from there. */
export const TRACKED = '26TG0LOM1T00000091';
export const TRACKED_ID = 'incident/suivi#un-trajet-de-lome-a-ouagadougou-est-suivi';

const NAME = 'un trajet de Lomé à Ouagadougou est suivi';
const DAY = '2026-11-21';

/** Time, latitude, longitude, speed, battery, state of the seal, from memory. */
type Row = readonly [string, number, number, number, number, string, boolean?];

const ROAD = [
  { name: 'Lomé port', latitudeDeg: 6.137, longitudeDeg: 1.283, offices: ['TG0LOM1'] },
  { name: 'Atakpamé', latitudeDeg: 7.533, longitudeDeg: 1.133 },
  { name: 'Sokodé', latitudeDeg: 8.983, longitudeDeg: 1.133 },
  { name: 'Kara', latitudeDeg: 9.551, longitudeDeg: 1.186 },
  { name: 'Mango', latitudeDeg: 10.359, longitudeDeg: 0.471 },
  { name: 'Dapaong', latitudeDeg: 10.862, longitudeDeg: 0.208 },
  { name: 'Cinkansé', latitudeDeg: 11.11, longitudeDeg: 0.02, offices: ['TG0CIN1', 'BF0CIN1'] },
  { name: 'Tenkodogo', latitudeDeg: 11.78, longitudeDeg: -0.37 },
  { name: 'Koupéla', latitudeDeg: 12.179, longitudeDeg: -0.352 },
  { name: 'Ouagadougou', latitudeDeg: 12.371, longitudeDeg: -1.52, offices: ['BF0OUA1'] },
];

const togolese: readonly Row[] = [
  ['04:00', 6.14, 1.28, 0, 98, 'LOCKED'],
  ['05:30', 6.95, 1.17, 48, 97, 'LOCKED'],
  ['06:40', 7.53, 1.13, 52, 96, 'LOCKED'],
  ['07:40', 8.0, 1.07, 44, 95, 'LOCKED', true],
  ['08:20', 8.32, 0.98, 41, 94, 'LOCKED', true],
  ['09:10', 8.75, 1.05, 47, 93, 'LOCKED', true],
  ['10:00', 9.1, 1.15, 50, 92, 'LOCKED'],
  ['11:30', 9.55, 1.19, 35, 90, 'LOCKED'],
  ['13:00', 10.36, 0.47, 55, 87, 'LOCKED'],
  ['13:40', 10.6, 0.75, 30, 86, 'LOCKED'],
  ['14:20', 10.86, 0.21, 45, 84, 'LOCKED'],
  ['15:00', 11.11, 0.02, 0, 83, 'UNLOCKED'],
];

const burkinabe: readonly Row[] = [
  ['16:30', 11.12, 0.01, 0, 100, 'LOCKED'],
  ['17:30', 11.5, -0.2, 50, 99, 'LOCKED'],
  ['18:20', 11.78, -0.37, 48, 98, 'LOCKED'],
  ['19:00', 12.18, -0.35, 51, 97, 'CUT'],
  ['20:10', 12.25, -0.9, 62, 96, 'CUT'],
  ['21:30', 12.37, -1.52, 0, 95, 'CUT'],
];

/** Alerts by the time of their report. */
const alerts: Readonly<Record<string, string>> = {
  '13:40': 'DEVIATION',
  '15:00': 'SEAL_OPEN',
  '19:00': 'LOCK_CUT',
  '21:30': 'ARRIVAL_GEOFENCE',
};

const feature = `# language: fr
Fonctionnalité: Suivi du trajet

  @RTE-003
  Scénario: ${NAME}
    Étant donné un mouvement "Lomé-Cinkansé-Ouagadougou"
    Quand le camion fait la route
    Alors le trajet est connu des deux pays
`;

/** A run of one tracked scenario: what the hub delivered of two devices, a hand-over, a dead zone, four alerts. */
export function trackedRun(further: readonly ObservedExchange[] = []): ExampleParts {
  const finding = {
    requirement: 'RTE-003',
    verdict: 'pass',
    expected: 'le trajet',
    observed: 'le trajet',
  } as const;
  const end: ExampleEnd = {
    id: TRACKED_ID,
    verdict: 'pass',
    findings: [finding],
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    conversations: [TRACKED],
    road: ROAD,
  };
  return {
    features: { 'incident/suivi.feature': feature },
    ends: { [NAME]: end },
    traffic: [...exchanges(), ...further],
  };
}

function exchanges(): ObservedExchange[] {
  return [
    assigned(1, { action: 'ATTACH', platform: 'TRK-TG', deviceId: '8000620011', office: 'TG0LOM1' }, '04:00'),
    ...togolese.flatMap((row, at) => reported(10 + at, 'TRK-TG', '8000620011', row)),
    assigned(
      40,
      {
        action: 'TRANSFER',
        platform: 'TRK-BF',
        deviceId: 'BF-0301',
        office: 'BF0CIN1',
        replaces: { platform: 'TRK-TG', deviceId: '8000620011' },
      },
      '16:00',
    ),
    ...burkinabe.flatMap((row, at) => reported(50 + at, 'TRK-BF', 'BF-0301', row)),
  ];
}

const assigned = (
  number: number,
  payload: Readonly<Record<string, unknown>>,
  time: string,
): ObservedExchange =>
  delivered(number, 'AT16', {
    transitReference: TRACKED,
    at: `${DAY}T${time}:00Z`,
    plate: 'TG-0001-AA',
    ...payload,
  });

function reported(number: number, platform: string, deviceId: string, row: Row): ObservedExchange[] {
  const [time, latitudeDeg, longitudeDeg, speedKmh, batteryPct, lock, stored = false] = row;
  const recordedAt = `${DAY}T${time}:00Z`;
  const report = {
    ...{ transitReference: TRACKED, platform, deviceId, recordedAt, speedKmh, batteryPct, lock, stored },
    ...{ kind: 'POSITION', gnss: 'FIX', position: { latitudeDeg, longitudeDeg } },
  };
  const alert = alerts[time];
  const told = delivered(number, 'AT17', report);
  return alert === undefined
    ? [told]
    : [told, delivered(number + 100, 'AT17', { ...report, kind: 'ALERT', alert })];
}

/** A message of the tracked movement as the hub delivers it to the Togolese seat. */
export const delivered = (
  number: number,
  type: string,
  payload: Readonly<Record<string, unknown>>,
): ObservedExchange => hop({ number, type, sender: 'TRK-TG', conversation: TRACKED, payload }, 'hub', 'TG');
