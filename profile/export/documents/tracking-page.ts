import { alertCodes, deviceStates } from '../../code-lists/code-lists.ts';
import type { AlertMapping } from '../../tracking/alert-mapping.ts';
import { alertMappings } from '../../tracking/alerts.ts';
import { type TrackingLimit, trackingLimits } from '../../tracking/limits.ts';
import { page, table, tick } from './markdown.ts';

/** What no table says. */
const RULES = `A tracking platform is a party of its own, by its code: \`TRK-TG\`, \`TRK-BF\`, \`TRK-ML\`, \`TRK-NE\`. It is told what becomes of devices
(\`DeviceAssignment\`, AT16) and tells where they are (\`TrackingEvent\`, AT17), over the same [binding](binding.md) as everyone. It takes part in
nothing else: \`route\` and \`all\` never include a platform.

- AT16 goes to the administrations on the itinerary and, by the hub, to each platform that it names: that of the device and that of the device
  it relieves.
- AT17 goes to \`territory\`: the hub delivers the bytes that the platform wrote to the country in \`payload.territory\` and to the country of
  departure, once each. A country that is not on the itinerary is told nothing (P02): of a truck that has strayed there only the country of departure.
- AT17 changes no state and has no order: any number of them, early, late or twice, leave the movement as it is. What was recorded while a
  device was attached and the movement had not ended is delivered, however late it comes; what was recorded after the end is refused to the
  platform (MOVEMENT_ENDED) and told to nobody, and so is what comes from a device that was not attached at \`recordedAt\` (DEVICE_NOT_ATTACHED).
- \`recordedAt\` is the instant of the device, made UTC with the zone of the device's clock; \`receivedAt\` is that of the platform. Neither is
  replaced by the other, but for this: no instant is told that lies in the future. Of a device whose clock is ahead by more than the timer
  \`clockTolerance\` positions are kept, marked, and told to nobody; an alert is told at once, dated when it came; the country of the platform
  gets one finding \`clock-skew\` while it lasts.
- What comes from the memory of the device is marked \`stored\` and stands in its place in the journey.
- A device is acknowledged for what its platform has stored, and for nothing else.`;

/** What a source that is not printed beside a row stands for. */
const NOTES = `"Tracking notes" in a source are working notes from public documents of vendors and standards; section and clause count in the notes:
JT701D Protocol Manual V1.4 (Shenzhen Joint Technology, 2021); Teltonika Data Sending Protocols (wiki of the vendor); JT/T 808-2011, JT/T 808-2013 and
JT/T 808-2019; Concox GT06 communication protocol manual; live tracking of OsmAnd and the page of Traccar on the OsmAnd protocol.`;

/** @source simulators/tracking/protocols/mqtt: a form of this project */
const MQTT = `A form of this project (assumption), for devices that speak MQTT 3.1.1. A device connects with its id as client id (nobody else may have it at
the same time), and publishes with QoS 1 to \`corridor/trackers/{deviceId}/reports\`; the PUBACK of the platform says that the message is stored. The
payload is one JSON object in UTF-8, of 24,576 bytes at most:

\`\`\`json
{"version":1,"deviceId":"SIM-00000007","sequence":12,"reports":[{"time":"2026-01-15T08:00:00.000Z","lat":12.37,"lon":-1.52,"speedKmh":61.4,"fixed":true,"lock":"LOCKED","signals":["seal-opened"]}]}
\`\`\``;

const MQTT_FIELDS: readonly (readonly [name: string, type: string, says: string])[] = [
  ['version', '1', 'needed'],
  ['deviceId', 'text', 'needed; letters, digits, `.`, `_`, `-`, at most 64; the same as in the topic'],
  ['sequence', '0 to 4,294,967,295', 'needed; counts the messages of the device'],
  ['reports[]', '0 to 50', 'needed; empty: a sign of life'],
  ['reports[].fixed', 'boolean', 'needed; false: the position is the last one known'],
  ['reports[].time', 'text', 'ISO 8601, UTC, with milliseconds'],
  ['reports[].lat, .lon', 'degrees', 'south and west negative; 7 decimals are kept'],
  ['reports[].altitudeM', '-20,000 to 100,000', 'metres above sea level'],
  ['reports[].speedKmh', '0 to 10,000', 'km/h; 1 decimal is kept'],
  ['reports[].courseDeg', '0 to 360', 'clockwise from north'],
  ['reports[].satellites', '0 to 255', ''],
  ['reports[].stored', 'boolean', 'recorded while there was no network'],
  ['reports[].lock', '`LOCKED`, `UNLOCKED`, `CUT`, `UNKNOWN`', ''],
  ['reports[].authorised', 'boolean', 'the device took the opening for rightful'],
  ['reports[].batteryPct', '0 to 100', ''],
  ['reports[].externalPower', 'boolean', ''],
  ['reports[].odometerKm', '0 to 10,000,000', ''],
  ['reports[].signals[]', 'text', 'what the device noticed, by the list below'],
];

/** `tracking.md`: the vocabulary that all tracking platforms share, its limits, and how each device protocol maps onto it. */
export const trackingPage = (): string =>
  page(
    '# Tracking (suivi)',
    NOTES,
    RULES,
    '## States of a device',
    table(
      ['state', 'français', 'English'],
      Object.entries(deviceStates).map(([code, { fr, en }]) => [tick(code), fr, en]),
    ),
    '`UNASSIGNED` before its first assignment and after the end of its movement; `ATTACHED` from AT16 until its first report, then `ACTIVE`; `SILENT` while the timer `deviceSilent` (of a truck that stands: three times `positionStopped`) has passed without any frame of the device, a heartbeat included, `ACTIVE` again with the next; `DETACHED` when it was taken off.',
    '## Limits',
    'Parameters of a platform beside the [timers](timers.md) `positionMoving`, `positionStopped`, `deviceSilent` and `unauthorisedStop`.',
    table(
      ['name', 'default', 'français', 'English', 'source'],
      Object.values<TrackingLimit>(trackingLimits).map(({ name, value, unit, fr, en, source }) => [
        tick(name),
        `${value} ${unit}`,
        fr,
        en,
        source,
      ]),
    ),
    '## Alerts',
    'The 17 codes, and the protocols whose devices raise them by themselves. The platform finds the others, and may find all, from positions.',
    table(['code', 'français', 'English', 'devices'], Object.entries(alertCodes).map(alertRow)),
    '## Messages over MQTT',
    MQTT,
    'What is not needed may be left out or null; other members are refused.',
    table(
      ['member', 'value', 'meaning'],
      MQTT_FIELDS.map(([name, type, says]) => [tick(name), type, says]),
    ),
    ...Object.entries(alertMappings).flatMap(([protocol, mappings]) => [
      `## Alerts of ${protocol}`,
      table(['signal', 'alert', 'where', 'source'], mappings.map(mappingRow)),
    ]),
  );

const alertRow = ([code, { fr, en }]: [string, { fr: string; en: string }]): string[] => [
  tick(code),
  fr,
  en,
  Object.entries(alertMappings)
    .filter(([, mappings]) => mappings.some(({ alert }) => alert === code))
    .map(([protocol]) => protocol)
    .join(', '),
];

const mappingRow = ({ signal, alert, where, source }: AlertMapping): string[] => [
  tick(signal),
  tick(alert),
  where,
  source,
];
