import { examples } from '../messages/examples.ts';
import { allMessages } from '../messages/messages.ts';

/** Bodies of the binding as the OpenAPI document shows them; all synthetic, about the movement of the examples. */

const { payload: notice } = examples.TransitNotice;
const { messageId, preparedAt } = examples.TransitNotice;

export const duplicateId = {
  ...examples.SyntaxError,
  payload: {
    ...examples.SyntaxError.payload,
    findings: [
      {
        code: 'DUPLICATE_ID',
        pointer: '/messageId',
        reason: 'identifiant de message déjà utilisé pour un autre contenu',
      },
    ],
  },
};

export const pullAnswer = {
  messages: [{ cursor: 4, late: false, message: examples.DepartureRelease }],
  next: 4,
  more: false,
};

export const deliveryState = {
  seat: 'BF',
  cursor: 12,
  lastQueued: 14,
  pending: 2,
  deadLetters: 0,
  processing: 0,
};

export const deadLetters = {
  deadLetters: [
    {
      cursor: 3,
      messageId,
      messageType: 'AT01',
      firstAttemptAt: '2026-11-23T08:00:01Z',
      deadAt: '2026-11-26T08:00:01Z',
      reason: 'connection refused',
    },
  ],
};

export const ledgerEntry = {
  transitReference: notice.transitReference,
  state: 'IN_TRANSIT',
  movementVersion: 2,
  countries: ['TG', 'BF'],
  corridor: notice.itinerary.corridor,
  limitDate: '2026-12-01T00:00:00Z',
  seals: ['TGD-0001234'],
  notice,
  events: [
    {
      messageId,
      messageType: 'AT01',
      sender: 'TG',
      occurredAt: preparedAt,
      receivedAt: preparedAt,
      late: false,
    },
  ],
  findings: [{ kind: 'passage-missing', raisedAt: '2026-11-25T10:00:00Z', country: 'BF' }],
};

export const guaranteeEntry = {
  guaranteeReference: '26TG000000000CCI6',
  kind: 'reservable',
  holderTaxId: 'TG-SYN-0001',
  countries: ['TG', 'BF'],
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  referenceAmount: 50_000_000,
  reservedAmount: 12_000_000,
  availableAmount: 38_000_000,
  reservations: [
    {
      transitReference: notice.transitReference,
      amount: 12_000_000,
      reservationId: '5f4c1a52-6f5e-4f0e-9d5c-2f4a3f1c9a10',
    },
  ],
};

export const referenceData = {
  offices: [],
  itineraries: [],
  holidays: [{ country: 'TG', date: '2027-04-27', name: "Fête de l'indépendance" }],
  unavailabilities: [],
  versions: [{ country: 'TG', kind: 'HOLIDAYS', version: 1, effectiveFrom: '2026-01-01T00:00:00Z' }],
};

export const registration = { baseUrl: 'https://douane.example/corridor', system: 'SYDONIA, synthetic' };
export const participant = { seat: 'BF', ...registration };
export const participants = { participants: [participant] };

export const capabilities = {
  profileVersions: ['0.1'],
  classes: ['base', 'extended', 'guarantee', 'tracking', 'reference-data'],
  messages: allMessages.map(({ name }) => name),
  testClock: true,
  mergedArrival: true,
  signatures: false,
  guaranteeRegister: true,
  trackingPlatforms: ['TRK-TG', 'TRK-BF'],
  environment: 'test',
};

export const health = { status: 'ready', environment: 'test', now: '2026-11-23T08:00:00Z' };
export const testClock = { now: '2026-11-23T08:05:00Z' };

const { payload: event } = examples.TrackingEvent;
const { transitReference: _reference, kind: _kind, alert, ...told } = event;
const { platform, deviceId } = event;

export const journey = {
  transitReference: notice.transitReference,
  assignments: [{ platform, deviceId, from: '2026-11-02T11:25:00Z', until: '2026-11-04T08:40:00Z' }],
  gaps: [{ from: '2026-11-04T08:40:00Z', until: '2026-11-04T10:05:00Z', where: 'TG0CIN1' }],
  positions: [{ ...told, deviceSeq: 56, recordedAt: '2026-11-03T02:00:02Z', lock: 'LOCKED' }],
  alerts: [{ ...told, alert }],
  deviceStates: [
    { platform, deviceId, state: 'ATTACHED', since: '2026-11-02T11:25:00Z' },
    { platform, deviceId, state: 'ACTIVE', since: '2026-11-02T11:40:00Z' },
    { platform, deviceId, state: 'DETACHED', since: '2026-11-04T08:40:00Z' },
  ],
};

export const trackingPlatforms = {
  platforms: [
    {
      platform: 'TRK-TG',
      country: 'TG',
      listeners: [{ protocol: 'jointech', transport: 'tcp', host: 'suivi.example', port: 5014 }],
    },
  ],
};

export const deviceRegistration = { protocol: 'jointech', zoneMinutes: 0 };

export const trackedDevice = {
  platform: 'TRK-TG',
  deviceId: 'SYN-0001',
  ...deviceRegistration,
  state: 'ACTIVE',
  transitReference: notice.transitReference,
  lastReportAt: event.recordedAt,
  lastEventSeq: event.deviceSeq,
};

export const serviceStates = {
  services: [
    { name: 'vehicle-register', breaker: 'open', openJobs: 2, lastAnswerAt: '2026-11-22T08:30:00Z' },
    { name: 'tariff', breaker: 'closed', openJobs: 0 },
  ],
};
