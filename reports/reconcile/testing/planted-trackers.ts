import type { TrackerMark, TrackerReport } from '../../evidence/tracker-truth.ts';
import { EvidenceBook, type Exchanges } from './evidence-book.ts';
import { FIRST, SECOND } from './honest-books.ts';
import { added, answeredOtherwise, changed, said } from './plant.ts';
import type { Planted } from './planted.ts';

const JOURNEY = `/v0/journeys/${SECOND}`;
const device = { platform: 'TRK-TG', deviceId: '990000000000071' };
const OTHER = '990000000000089';
const DEVICE = `/v0/tracking/devices/${device.platform}/${OTHER}`;
const MINUTES = [0, 5, 10, 15];
const LAST = '2026-11-03T09:15:00.000Z';
/** Five kilometres to the north, in degrees. */
const FIVE_KM = 0.045;

const instantOf = (minute: number): string => new Date(Date.UTC(2026, 10, 3, 9, minute)).toISOString();

const mark = (what: TrackerMark['mark']): TrackerMark => ({
  mark: what,
  stack: 'hub',
  platform: device.platform,
  first: 7,
  devices: 2,
});

const reportsOf = (deviceId: string): TrackerReport[] =>
  MINUTES.map((minute) => ({
    at: instantOf(minute),
    platform: device.platform,
    protocol: 'teltonika',
    deviceId,
    lat: 6.2 + minute / 100,
    lon: 1.2,
    fate: 'taken',
  }));

/** What two devices made: one on the second movement for 20 minutes, one on none. */
export const TRUTH: readonly (TrackerReport | TrackerMark)[] = [
  mark('begun'),
  ...reportsOf(device.deviceId),
  ...reportsOf(OTHER),
  mark('ended'),
];

const positionOf = ({ at, lat, lon }: TrackerReport) => ({
  ...device,
  recordedAt: at,
  position: { latitudeDeg: lat, longitudeDeg: lon },
});

/** The honest books with a device on the second movement, its journey, and one event told of it. */
export function followedBooks(honest: Exchanges): Exchanges {
  const book = new EvidenceBook({ firstId: 800 });
  const about = { transitReference: SECOND };
  const assign = (action: string, minute: number, office: string, sender: string, to: string): void => {
    const payload = { ...about, ...device, action, office, at: instantOf(minute) };
    book.submit('DeviceAssignment', { sender, payload }, [to]);
  };
  assign('ATTACH', 0, 'TG0LOM1', 'TG', 'BF');
  assign('DETACH', 20, 'BF0OUA1', 'BF', 'TG');
  const positions = reportsOf(device.deviceId).map(positionOf);
  const event = { ...about, ...positions[1], kind: 'POSITION', territory: 'TG' };
  book.tell('TG', 'TrackingEvent', { sender: device.platform, recipient: 'territory', payload: event });
  book.ask('TG', JOURNEY, { ...about, positions });
  book.ask('TG', DEVICE, { platform: device.platform, deviceId: OTHER, lastReportAt: LAST });
  return added(honest, ...book.exchanges);
}

type Position = ReturnType<typeof positionOf>;

const inJourney = (change: (positions: readonly Position[]) => readonly Position[]) => (honest: Exchanges) =>
  answeredOtherwise(followedBooks(honest), JOURNEY, ({ positions }) => ({
    positions: change(positions as readonly Position[]),
  }));

const northwards = ({ position, ...one }: Position): Position => ({
  ...one,
  position: { ...position, latitudeDeg: position.latitudeDeg + FIVE_KM },
});

const EVENT_ID = '01a19b61-2f40-7000-8000-000000000803';
const found = { movement: SECOND, seats: [device.platform], messages: [], truth: TRUTH };

/** Violations of what a stack owes to devices whose truth is known. */
export const plantedTrackers: Readonly<
  Record<'tracker-last-report-differs' | 'tracker-reports-differ', Planted>
> = {
  'tracker-last-report-differs': {
    ...found,
    what: 'the last report that a device on no movement was acknowledged is not there',
    plant: (honest) =>
      answeredOtherwise(followedBooks(honest), DEVICE, () => ({ lastReportAt: instantOf(10) })),
    movement: null,
  },
  'tracker-reports-differ': {
    ...found,
    what: 'a report that was acknowledged is missing in the journey',
    plant: inJourney((positions) => positions.filter((_, at) => at !== 2)),
  },
};

/** Other ways to break `tracker-reports-differ`, which it alone has to see. */
export const plantedReports: readonly Planted[] = [
  {
    ...found,
    what: 'a position stands twice in the journey',
    plant: inJourney((positions) => [...positions, ...positions.slice(1, 2)]),
  },
  {
    ...found,
    what: 'a position of the journey lies five kilometres to the north',
    plant: inJourney((positions) => positions.map((one, at) => (at === 3 ? northwards(one) : one))),
  },
  {
    ...found,
    what: 'a position of the journey was never made',
    plant: inJourney((positions) => [
      ...positions,
      ...positions.slice(0, 1).map((one) => ({ ...one, recordedAt: instantOf(12) })),
    ]),
  },
  {
    ...found,
    what: 'a report is told of another movement, on which the device never was',
    plant: (honest) => said(followedBooks(honest), { code: 'AT17' }, { transitReference: FIRST }),
    movement: FIRST,
    messages: [EVENT_ID],
  },
  {
    ...found,
    what: 'the event of a report tells a place five kilometres to the north',
    plant: (honest) =>
      said(
        followedBooks(honest),
        { code: 'AT17' },
        { position: { latitudeDeg: 6.25 + FIVE_KM, longitudeDeg: 1.2 } },
      ),
    messages: [EVENT_ID],
  },
  {
    ...found,
    what: 'the journey of a movement that had a device is not known',
    plant: (honest) =>
      changed(followedBooks(honest), { path: JOURNEY }, ({ answer }) => ({
        ...(answer && { answer: { ...answer, status: 404, body: '{}' } }),
      })),
  },
];
