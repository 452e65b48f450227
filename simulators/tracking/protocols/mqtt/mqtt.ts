import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { mqttAlerts } from '../../../../profile/tracking/alerts/mqtt.ts';
import { jsonEnd } from '../json-end.ts';
import { type Cut, FieldError, type FrameContent, FrameError, type Protocol } from '../protocol.ts';
import { contentOf } from './content.ts';
import { payload } from './payload.ts';

/** Bytes: 50 reports with every value take 16 kB. */
const LONGEST = 24_576;
const BRACE = 0x7b;

/**
 * JSON over MQTT: a frame is the payload of one PUBLISH (`reportsTopic`, QoS 1). The transport confirms it (PUBACK), so
 * that a server answers nothing here.
 *
 * @source assumption: a form of this project
 */
export const mqtt: Protocol = {
  name: 'mqtt',
  longestFrame: LONGEST,
  zoneMinutes: 0,
  cut: cutObject,
  read: readPayload,
  write: writePayload,
  answer: () => [],
};

function cutObject(bytes: Buffer, offset: number): Cut {
  const brace = bytes.indexOf(BRACE, offset);
  const start = brace < 0 ? bytes.length : brace;
  if (start > offset)
    return {
      kind: 'noise',
      end: start,
      code: 'NOT_A_FRAME',
      reason: `${start - offset} bytes that belong to no payload`,
    };
  const window = bytes.subarray(0, start + LONGEST);
  const found = jsonEnd(window, start);
  if (found.kind === 'end') return { kind: 'frame', start, end: found.end };
  if (found.kind === 'too-deep')
    return { kind: 'noise', end: found.at, code: 'UNSUPPORTED', reason: 'JSON nested too deeply' };
  if (window.length < start + LONGEST) return { kind: 'partial', start, needs: null };
  return {
    kind: 'noise',
    end: start + LONGEST,
    code: 'TOO_LONG',
    reason: `a payload of more than ${LONGEST} bytes`,
  };
}

const read = (text: string): FrameContent => {
  const content = contentOf(payload.parse(JSON.parse(text)));
  // Other spellings of the same values (spaces, 1.0, more decimals, order) are kept beside them.
  return canonical(content) === text ? content : { ...content, fields: { ...content.fields, text } };
};

function readPayload(frame: Buffer): FrameContent {
  if (!isUtf8(frame)) throw new FrameError('VALUE', 0, 'the payload is no UTF-8');
  const text = frame.toString('utf8');
  try {
    return read(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FrameError('VALUE', placeOf(error), 'the payload is no JSON');
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const name = String(issue?.path.at(-1) ?? '');
    throw new FrameError(
      'VALUE',
      Math.max(0, frame.indexOf(`"${name}"`)),
      `/${issue?.path.join('/')}: ${issue?.message}`,
    );
  }
}

const placeOf = ({ message }: SyntaxError): number => Number(/position ([0-9]+)/.exec(message)?.[1] ?? 0);

const more = z.array(
  z.strictObject({
    satellites: z.number().nullable(),
    externalPower: z.boolean().nullable(),
    odometerKm: z.number().nullable(),
  }),
);

/** The payload as we spell it. @throws FieldError for what it cannot say */
function canonical({ deviceId, reports, conditions, fields }: FrameContent): string {
  const others = more.safeParse(fields['more']);
  if (!others.success || others.data.length !== reports.length)
    throw new FieldError(
      '/fields/more',
      `a list with one object for each of ${reports.length} reports is needed`,
    );
  if (conditions.length !== reports.length)
    throw new FieldError('/conditions', `one for each of ${reports.length} reports is needed`);
  const said = reports.map((report, index) => {
    const { alerts, ...condition } = conditions[index] ?? { alerts: [] };
    const signals = alerts.map((alert, place) => {
      const row = mqttAlerts.find((candidate) => candidate.alert === alert);
      if (row) return row.signal;
      throw new FieldError(`/conditions/${index}/alerts/${place}`, `a device has no signal for ${alert}`);
    });
    return { ...report, ...condition, ...others.data[index], signals };
  });
  const whole = payload.safeParse({
    version: fields['version'],
    deviceId,
    sequence: fields['sequence'],
    reports: said,
  });
  if (whole.success) return JSON.stringify(whole.data);
  const [issue] = whole.error.issues;
  throw new FieldError(pointerOf(issue?.path ?? []), issue?.message ?? '');
}

/** Where a value of the payload stands in the frame. */
function pointerOf(path: readonly PropertyKey[]): string {
  const [first = '', index, name = ''] = path.map(String);
  if (first === 'version' || first === 'sequence') return `/fields/${first}`;
  if (['stored', 'lock', 'authorised', 'batteryPct'].includes(name)) return `/conditions/${index}/${name}`;
  if (['satellites', 'externalPower', 'odometerKm'].includes(name)) return `/fields/more/${index}/${name}`;
  return `/${[first, index, name].filter((part) => part !== undefined && part !== '').join('/')}`;
}

function writePayload(content: FrameContent): Buffer {
  const ours = canonical(content);
  const { text, ...fields } = content.fields;
  const values = contentOf(payload.parse(JSON.parse(ours)));
  if (values.kind !== content.kind) throw new FieldError('/kind', `the payload is of kind ${values.kind}`);
  const unknown = Object.keys(fields).find((name) => !(name in values.fields));
  if (unknown !== undefined) throw new FieldError(`/fields/${unknown}`, 'the payload has no such value');
  return Buffer.from(typeof text === 'string' && saysSame(text, values) ? text : ours);
}

/** Whether a spelling still says what the values say. */
function saysSame(text: string, values: FrameContent): boolean {
  try {
    return isDeepStrictEqual(contentOf(payload.parse(JSON.parse(text))), values);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return false;
    throw error;
  }
}
