import { defineAlerts } from '../alert-mapping.ts';

const MANUAL = 'JT701D Protocol Manual V1.4 (Shenzhen Joint Technology, 2021-12-31)';

/**
 * Alerts of the Jointech JT701 and JT701D. A long time unlocked is told as an open seal, since the lock says nothing else
 * of an opening that it did not witness as rightful. A card that is known but tried outside its zone counts as tampering;
 * a single wrong password does not: five in a row have a bit of their own. Vibration, a stuck motor and a fix by cells
 * have no counterpart.
 *
 * @source JT701D Protocol Manual V1.4, device status and P45; the choice of codes: assumption
 */
export const jointechAlerts = defineAlerts([
  {
    signal: 'enter-fence',
    alert: 'ARRIVAL_GEOFENCE',
    where: 'status byte 1, bit 1',
    source: `${MANUAL}, device status; that the zones set in the device are those of the office of destination: assumption`,
  },
  {
    signal: 'exit-fence',
    alert: 'GEOFENCE_EXIT',
    where: 'status byte 1, bit 2',
    source: `${MANUAL}, device status`,
  },
  {
    signal: 'rope-cut',
    alert: 'LOCK_CUT',
    where: 'status byte 1, bit 3',
    source: `${MANUAL}, device status`,
  },
  {
    signal: 'long-unlocked',
    alert: 'SEAL_OPEN',
    where: 'status byte 2, bit 0',
    source: `${MANUAL}, device status; the code: assumption`,
  },
  {
    signal: 'wrong-password',
    alert: 'SEAL_TAMPER',
    where: 'status byte 2, bit 1',
    source: `${MANUAL}, device status; the code: assumption`,
  },
  {
    signal: 'illegal-card',
    alert: 'SEAL_TAMPER',
    where: 'status byte 2, bit 2',
    source: `${MANUAL}, device status; the code: assumption`,
  },
  {
    signal: 'low-battery',
    alert: 'LOW_BATTERY',
    where: 'status byte 2, bit 3',
    source: `${MANUAL}, device status`,
  },
  {
    signal: 'back-cover-opened',
    alert: 'SEAL_TAMPER',
    where: 'status byte 2, bit 4',
    source: `${MANUAL}, device status`,
  },
  {
    signal: 'unlocked',
    alert: 'SEAL_OPEN',
    where: 'P45, source 1, 3, 4, 6 or 7, verification 1 to 10 or 98',
    source: `${MANUAL}, P45`,
  },
  {
    signal: 'illegal-card-tried',
    alert: 'SEAL_TAMPER',
    where: 'P45, source 2',
    source: `${MANUAL}, P45; the code: assumption`,
  },
  {
    signal: 'refused-outside-fence',
    alert: 'SEAL_TAMPER',
    where: 'P45, verification 99',
    source: `${MANUAL}, P45; the code: assumption`,
  },
]);
