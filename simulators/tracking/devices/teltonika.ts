import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { FrameContent, Report } from '../protocols/protocol.ts';
import { teltonika } from '../protocols/teltonika/teltonika.ts';
import type { Device, Dialect, Reading, Settlement } from './dialect.ts';

const NUMBER = { '8': 0x08, '8e': 0x8e, '16': 0x10 } as const;

/** AVL elements that a device sends with an event only, for an alert. @source FMB AVL ids; profile mapping of teltonika */
const eventual: ReadonlyMap<AlertCode, (reading: Reading) => readonly [id: number, value: number]> = new Map([
  ['SEAL_TAMPER', () => [252, 1]],
  ['DEVICE_DETACHED', () => [246, 1]],
  ['GNSS_JAM', () => [249, 1]],
  ['OVERSPEED', ({ speedKmh }: Reading) => [255, Math.min(255, Math.max(1, Math.round(speedKmh)))]],
  ['GEOFENCE_EXIT', () => [155, 0]],
  ['ARRIVAL_GEOFENCE', () => [156, 1]],
]);

/** Alerts that only the event of a record tells: one record tells one of them. */
const byEvent: ReadonlyMap<AlertCode, number> = new Map([
  ['SEAL_OPEN', 1],
  ['DOOR_OPEN', 2],
  ['GNSS_LOSS', 69],
  ['LOW_BATTERY', 113],
  ['OVERSPEED', 255],
]);

const GNSS = { fix: 1, noFix: 2 };
/** An iButton that an officer holds; visibly not a real one. */
const IBUTTON = '1311768467463790320';

/**
 * How a Teltonika tracker talks: its IMEI, then packets of several records, each packet answered by the number taken. A
 * reading that tells several changes (seal and door) becomes as many records of the same moment. A cut rope opens the
 * contact of the seal like an opening: SEAL_OPEN.
 * @source Teltonika data sending protocols; records per packet (1,280 bytes at most), newest first (parameter 1002) and
 * the patience for an answer (parameter 1001, 5 s) by configuration: assumption
 */
export const teltonikaDialect: Dialect = {
  protocol: teltonika,
  expresses: [...new Set([...eventual.keys(), ...byEvent.keys()])],
  batch: 7,
  resends: 'newest-first',
  heartbeatMs: null,
  answerWithinMs: 5_000,
  greet: (device, answers) =>
    answers.length > 0
      ? null
      : { kind: 'login', deviceId: device.id, reports: [], conditions: [], fields: {} },
  report,
  heartbeat: () => null,
  datagram: (device, content) => {
    const number = device.nextSerial();
    const fields = { packetId: number & 0xffff, avlPacketId: number & 0xff, ...content.fields };
    return { ...content, fields };
  },
  expectsAnswer: ({ kind }) => kind === 'login' || kind === 'position',
  settles,
  refusesLogin: (begun) => begun.length === 1 && begun[0] === 0,
};

function report(device: Device, readings: readonly Reading[]): FrameContent {
  const told = readings.flatMap((reading) => eventsOf(reading).map((event) => ({ reading, event })));
  return {
    kind: 'position',
    deviceId: device.id,
    reports: told.map(({ reading }) => reportOf(reading)),
    conditions: [],
    fields: {
      codec: device.variant === '8e' || device.variant === '16' ? NUMBER[device.variant] : NUMBER['8'],
      records: told.map(({ reading, event }) => recordOf(reading, event)),
    },
  };
}

/** The events of a reading, one for each record: at least one, 0 when nothing happened. */
function eventsOf({ alerts }: Reading): number[] {
  const events = new Set<number>();
  for (const alert of alerts) {
    // A cut rope opens the contact: there is no other way to say it.
    const event = byEvent.get(alert === 'LOCK_CUT' ? 'SEAL_OPEN' : alert);
    if (event !== undefined) events.add(event);
  }
  return events.size === 0 ? [0] : [...events];
}

const reportOf = (reading: Reading): Report => ({
  time: new Date(reading.at).toISOString(),
  lat: reading.lat,
  lon: reading.lon,
  speedKmh: reading.fixed ? reading.speedKmh : 0,
  courseDeg: reading.courseDeg,
  altitudeM: reading.altitudeM,
  fixed: reading.fixed,
});

function recordOf(reading: Reading, told: number) {
  const noticed = reading.alerts.flatMap((alert) => {
    const element = eventual.get(alert)?.(reading);
    return element === undefined ? [] : [element];
  });
  const event = told || (noticed[0]?.[0] ?? 0);
  const one = (id: number, value: number) => ({ id, size: 1 as const, value });
  const moving = reading.speedKmh > 0 ? 1 : 0;
  return {
    priority: event === 0 ? 0 : 1,
    satellites: reading.fixed ? Math.max(1, reading.satellites) : 0,
    eventIoId: event,
    io: [
      one(1, reading.lock === 'LOCKED' && told !== 1 ? 1 : 0),
      one(2, reading.alerts.includes('DOOR_OPEN') ? 1 : 0),
      one(69, reading.fixed && told !== 69 ? GNSS.fix : GNSS.noFix),
      one(113, Math.round(reading.batteryPct)),
      one(239, moving),
      one(240, moving),
      ...noticed.map(([id, value]) => one(id, value)),
      { id: 66, size: 2 as const, value: reading.externalPower ? 24_000 : 0 },
      { id: 16, size: 4 as const, value: Math.round(reading.odometerKm * 1000) },
      ...(event === 1 ? [{ id: 78, size: 8 as const, value: reading.authorised ? IBUTTON : '0' }] : []),
    ],
  };
}

/** 01 takes a login; the number of records takes a packet, another number asks for it again. */
function settles(sent: FrameContent, answer: Buffer): Settlement {
  if ('packetId' in sent.fields) return settlesDatagram(sent, answer);
  if (sent.kind === 'login' && answer.length === 1) return answer[0] === 1 ? 'accepted' : 'again';
  if (sent.kind !== 'position' || answer.length !== 4) return 'unrelated';
  return answer.readUInt32BE(0) === sent.reports.length ? 'accepted' : 'again';
}

/** A datagram is answered with its packet id, its AVL packet id and the number of records. */
function settlesDatagram({ fields, reports }: FrameContent, answer: Buffer): Settlement {
  const isOurs = answer.length === 7 && answer.readUInt16BE(2) === fields['packetId'];
  if (!isOurs || answer[5] !== fields['avlPacketId']) return 'unrelated';
  return answer[6] === reports.length ? 'accepted' : 'again';
}
