import { EXAMPLE_REFERENCE, type ExampleOf, exampleEnvelope } from './example.ts';

/** The office of departure puts a device of the Togolese platform on the truck. */
export const deviceAssignment: ExampleOf<'DeviceAssignment'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000017',
  messageType: 'AT16',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-11-02T11:30:00.000Z',
  originSeq: 1,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    action: 'ATTACH',
    platform: 'TRK-TG',
    deviceId: 'SYN-0001',
    plate: 'TG-0001-AA',
    container: 'TSTU0000014',
    batteryPct: 96,
    at: '2026-11-02T11:25:00Z',
    office: 'TG0LOM1',
  },
};

/** The cable of the seal was cut near Sokodé. */
export const trackingEvent: ExampleOf<'TrackingEvent'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000018',
  messageType: 'AT17',
  sender: 'TRK-TG',
  recipient: 'territory',
  preparedAt: '2026-11-03T02:14:09.000Z',
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    eventId: '5b0d8d1e-0000-4000-8000-000000000001',
    platform: 'TRK-TG',
    deviceId: 'SYN-0001',
    deviceSeq: 57,
    kind: 'ALERT',
    alert: 'LOCK_CUT',
    recordedAt: '2026-11-03T02:14:02Z',
    receivedAt: '2026-11-03T02:14:08Z',
    position: { latitudeDeg: 8.9833, longitudeDeg: 1.1333 },
    speedKmh: 0,
    courseDeg: 12,
    territory: 'TG',
    leg: 2,
    lock: 'CUT',
    batteryPct: 81,
    gnss: 'FIX',
    stored: false,
  },
};
