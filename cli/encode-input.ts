import { z } from 'zod';
import { decodeShape } from '../profile/export/device-shapes.ts';
import type { Frame, FrameContent, ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import type { WireOptions } from './decode-run.ts';
import { UsageError } from './failure.ts';
import { parseZone } from './zone-option.ts';

export const HINT =
  'Give what corridor decode prints, one frame, or a list of frames: as JSON, in a file, or - for a pipe.';

const INSTANT = /^(?:\d{4}|[+-]\d{6})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A day that its month has not would come out as one of the next month. */
function isInstant(text: string): boolean {
  const [found, , day] = INSTANT.exec(text) ?? [];
  if (found === undefined || Number.isNaN(Date.parse(text))) return false;
  const days = new Date(text.replace(/(?:Z|[+-]\d\d:\d\d)$/, 'Z'));
  return days.getUTCDate() === Number(day);
}

const printed = decodeShape.shape.frames.element.shape;
const report = z.strictObject({
  ...printed.reports.element.shape,
  time: z.string().refine(isInstant, 'a real instant is needed, such as 2026-02-28T23:59:59Z').nullable(),
});

/** A frame as `decode` prints it; what is derived, and lists that are empty, may be left out. */
const frame = z.strictObject({
  ...printed,
  deviceId: z.string().nullable().default(null),
  reports: z.array(report).default([]),
  alerts: printed.alerts.optional(),
  responses: printed.responses.optional(),
  conditions: z.array(z.strictObject(printed.conditions.element.shape)).optional(),
  fields: printed.fields.default({}),
});

const document = z.strictObject({
  ...z.strictObject(decodeShape.shape).partial().shape,
  frames: z.array(frame),
});

/** One frame of the input. */
export interface GivenFrame {
  readonly content: FrameContent;
  /** JSON Pointer of the frame in the input. */
  readonly pointer: string;
  /** What the input says beyond what is written; undefined: it says nothing of it. */
  readonly alerts: Frame['alerts'] | undefined;
  readonly hasConditions: boolean;
}

/** Frames of the input, and what it says of the connection. */
export interface Given {
  readonly frames: readonly GivenFrame[];
  /** The connection from its beginning: a login tells whose the frames after it are. */
  readonly isWhole: boolean;
  readonly told: Partial<WireOptions>;
  /** Frames that were refused when the input was read. */
  readonly errors: number;
  /** Bytes that were no whole frame. */
  readonly rest: number;
}

/** Reads the text of the input. @throws UsageError with the pointer of what is not as decode prints it */
export function givenOf(text: string, from: string, name: ProtocolName): Given {
  const value = parseJson(text, from);
  if (isDocument(value)) return ofDocument(value, name);
  const frames = Array.isArray(value)
    ? parsed(z.array(frame), value).map((one, index) => givenFrame(one, `/${index}`))
    : [givenFrame(parsed(frame, value), '')];
  return { frames, isWhole: false, told: {}, errors: 0, rest: 0 };
}

function parseJson(text: string, from: string): unknown {
  if (text.trim() === '') throw new UsageError('NO_INPUT', `Found nothing in ${from}.`, HINT);
  try {
    return JSON.parse(text);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
    const what =
      from === 'the argument' ? `"${shown}": no file of that name, and no JSON` : `no JSON in ${from}`;
    throw new UsageError('NOT_JSON', `Found ${what} (${reason}).`, HINT);
  }
}

const isDocument = (value: unknown): value is { readonly protocol?: unknown; readonly frames: unknown } =>
  typeof value === 'object' && value !== null && 'frames' in value;

function ofDocument(value: { readonly protocol?: unknown }, name: ProtocolName): Given {
  if (value.protocol !== undefined && value.protocol !== name)
    throw new UsageError(
      'OTHER_PROTOCOL',
      `Found frames of ${JSON.stringify(value.protocol)}, to be written as ${name}.`,
      `Frames are written in the protocol they were read in: corridor encode ${value.protocol}.`,
    );
  const { frames, zone, udp, from, errors = [], rest = '' } = parsed(document, value);
  return {
    frames: frames.map((one, index) => givenFrame(one, `/frames/${index}`)),
    isWhole: true,
    told: {
      ...(zone !== undefined && { zone: zoneOf(zone) }),
      ...(udp !== undefined && { udp }),
      ...(from !== undefined && { from }),
    },
    errors: errors.length,
    rest: rest.length / 2,
  };
}

function givenFrame(
  { alerts, responses: _derived, conditions, ...content }: z.output<typeof frame>,
  pointer: string,
): GivenFrame {
  return {
    content: { ...content, conditions: conditions ?? [] },
    pointer,
    alerts,
    hasConditions: conditions !== undefined,
  };
}

function zoneOf(text: string): number {
  try {
    return parseZone(text);
  } catch (error) {
    throw fieldRefused('/zone', (error as Error).message);
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys')
    throw fieldRefused(pointerOf([...path, issue.keys[0] ?? '']), 'decode prints no such member');
  const reason = issue?.message.replace(/, received .*$/, '') ?? 'not as decode prints it';
  throw fieldRefused(pointerOf(path), `${reason}, found ${shownOf(at(value, path))}`);
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((inner, step) => (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step], value);

/** A value for sentences. */
export function shownOf(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}

/** JSON Pointer of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A field of the input that cannot be written. */
export const fieldRefused = (field: string, reason: string): UsageError =>
  new UsageError(
    'FIELD',
    `Failed to write ${field === '' ? 'the frame' : field}: ${reason.replace(/\.$/, '')}.`,
    'Compare it with a frame that corridor decode prints.',
  );
