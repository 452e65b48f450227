import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import type { FrameContent, LockState, Report } from '../protocol.ts';
import { round } from '../round.ts';
import { conditionOf } from './long-frame.ts';
import { byteOfKmh, kmhOfByte } from './speed.ts';
import { type StatusBit, statusOf } from './status.ts';

/** What a lock measures, as far as its frames tell it. */
interface Measured {
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
  readonly speedKmh: number;
  readonly courseDeg: number;
  readonly satellites: number;
  readonly fixed: boolean;
  readonly batteryPct: number;
  readonly externalPower: boolean;
  readonly lock: LockState;
  readonly odometerKm: number;
  readonly alerts: readonly AlertCode[];
}

const DATA_TYPE = { realtime: 1, alarm: 2, blindArea: 3 };
const dataTypeNames = new Map(Object.entries(DATA_TYPE).map(([name, type]) => [type, name]));
/** Bit that tells an alert; tampering shows as an opened back cover. */
const alarmBits: Partial<Record<AlertCode, StatusBit>> = {
  LOCK_CUT: 'ropeCutAlarm',
  SEAL_TAMPER: 'backCoverOpenAlarm',
  SEAL_OPEN: 'longUnlockAlarm',
  LOW_BATTERY: 'lowBatteryAlarm',
  GEOFENCE_EXIT: 'exitFenceAlarm',
  ARRIVAL_GEOFENCE: 'enterFenceAlarm',
};
/** Bits of a lock in each state; a cut one keeps its motor locked and has lost its rope. */
const lockBits: Record<LockState, readonly StatusBit[]> = {
  LOCKED: ['ropeInserted', 'motorLocked'],
  UNLOCKED: [],
  CUT: ['motorLocked'],
  UNKNOWN: ['motorStuckAlarm'],
};

/** A position, alarm or blind-area frame that wants an answer. @source tracking notes, clause 2; cell and network: synthetic */
export function positionOf(
  deviceId: string,
  protocolVersion: string,
  measured: Measured,
  stored: boolean,
  serial: number,
): FrameContent {
  const alarms = measured.alerts.flatMap((alert) => alarmBits[alert] ?? []);
  const cover: readonly StatusBit[] = alarms.includes('backCoverOpenAlarm') ? [] : ['backCoverClosed'];
  const status = statusOf(['ackRequired', ...lockBits[measured.lock], ...cover, ...alarms]);
  const dataType = stored ? DATA_TYPE.blindArea : alarms.length > 0 ? DATA_TYPE.alarm : DATA_TYPE.realtime;
  const battery = measured.externalPower ? 0xff : byte(measured.batteryPct, 100);
  return {
    kind: dataType === DATA_TYPE.alarm ? 'alarm' : 'position',
    deviceId,
    reports: [reportOf(measured)],
    conditions: [conditionOf(status, dataType, battery)],
    fields: {
      protocolVersion,
      deviceType: 1,
      dataType,
      dataTypeName: dataTypeNames.get(dataType) ?? null,
      indicator: 15,
      mileageKm: Math.max(0, Math.floor(measured.odometerKm)),
      satellites: byte(measured.satellites, 255),
      vehicleId: '00000000',
      statusHex: status.toString(16).padStart(4, '0'),
      battery: battery === 0xff ? 'charging' : battery,
      cellIdLow: 1,
      lac: 1,
      gsmSignal: 20,
      fenceId: 0,
      extStatus: measured.speedKmh > 0 ? 2 : 1,
      mncHighByte: 0,
      reservedHex: '0f0f0f0f0f0f0f0f0f',
      cellIdHigh: 0,
      mcc: 1,
      mncLowByte: 1,
      serial,
    },
  };
}

/** P45 of an opening by card. @source tracking notes, clause 2; the number of the card: synthetic */
export function lockReportOf(deviceId: string, measured: Measured, eventSerial: number): FrameContent {
  const report = reportOf(measured);
  return {
    kind: 'alarm',
    deviceId,
    reports: [
      {
        ...report,
        lat: round(measured.lat, 5),
        lon: round(measured.lon, 5),
        speedKmh: round(measured.speedKmh, 1),
      },
    ],
    conditions: [
      { alerts: ['SEAL_OPEN'], stored: null, lock: 'UNLOCKED', authorised: true, batteryPct: null },
    ],
    fields: {
      command: 'P45',
      eventSource: 1,
      eventSourceName: 'rfidCard',
      unlockVerification: 98,
      rfidCard: '0000000001',
      passwordOk: 0,
      wrongPasswordCount: 0,
      eventSerial,
      mileageKm: Math.max(0, Math.floor(measured.odometerKm)),
    },
  };
}

/** As the frame will say it: whole seconds, ten-thousandths of a minute, knots, two degrees. */
const reportOf = (measured: Measured): Report => ({
  time: new Date(Math.floor(measured.at / 1000) * 1000).toISOString(),
  lat: round(Math.round(measured.lat * 600_000) / 600_000, 7),
  lon: round(Math.round(measured.lon * 600_000) / 600_000, 7),
  speedKmh: kmhOfByte(byte(byteOfKmh(measured.speedKmh), 255)),
  courseDeg: byte(measured.courseDeg / 2, 180) * 2,
  altitudeM: null,
  fixed: measured.fixed,
});

const byte = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
