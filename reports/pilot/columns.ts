import { z } from 'zod';
import { instantForm, namedForms, zoneMinutes } from './instants.ts';
import { type FieldName, fieldNames, fieldOf } from './payload-fields.ts';

/** A column by its name in the header, a member of a JSON object (`/a/b` for one within another), or the place of a column, from 1. */
const columnName = z.union([z.string().min(1).max(200), z.int().min(1).max(1_000)]);

const MOST_VALUES = 500;
/** Words of the export on the left, ours on the right; `""` stands for an empty cell. */
const values = z
  .record(z.string().max(200), z.union([z.string().max(64), z.int()]).transform(String))
  .refine((table) => Object.keys(table).length <= MOST_VALUES, {
    error: `expected at most ${MOST_VALUES} values`,
  });

const timeZone = z
  .string()
  .max(40)
  .refine((zone) => zoneMinutes(zone) !== undefined, {
    error:
      'expected UTC, an offset such as +01:00, or a zone whose clock never changes such as Africa/Niamey',
  });
const timeFormat = z
  .string()
  .max(40)
  .refine((format) => instantForm(format, 0) !== undefined, {
    error: `expected ${namedForms.join(', ')}, or a pattern such as dd/MM/yyyy HH:mm:ss`,
  });
const decimal = z.enum([',', '.']);

const columnRule = z.strictObject({
  column: columnName,
  values: values.optional(),
  format: timeFormat.optional(),
  timeZone: timeZone.optional(),
  decimal: decimal.optional(),
  /** Of a mass: tonnes are made kilograms. */
  unit: z.enum(['kg', 't']).optional(),
  /** Between the parts of a list. */
  separator: z.string().min(1).max(5).optional(),
});

/** Where a value comes from: a column, a column with what it needs to be read, or the same for every row. */
const source = z.union(
  [
    columnName.transform((column) => ({ column })),
    z.strictObject({ value: z.union([z.string().min(1).max(64), z.int()]).transform(String) }),
    columnRule,
  ],
  {
    error:
      'expected the name of a column, {column: NAME, values, format, timeZone, decimal, unit, separator}, or {value: WORD}',
  },
);
/** Where a value of a record comes from. */
export type Source = z.infer<typeof columnRule> | { readonly value: string };

const columns = z.strictObject({
  /** When the message was sent or received, by the clock of that seat. */
  at: source,
  /** `submit`: a seat sent it; `deliver`: a seat received it; `ignore`: the row is left out. */
  kind: source,
  /** Who composed the message; with `message` it says so itself. */
  sender: source.optional(),
  /** Which seat received it, of a `deliver`. */
  receiver: source.optional(),
  /** To whom the message is addressed: `route`, `all`, `hub`, or a seat. Left out where a log has a row for each recipient. */
  recipient: source.optional(),
  messageType: source.optional(),
  messageId: source.optional(),
  transitReference: source.optional(),
  /** Country of departure, where the transit reference does not say it in its third and fourth character. */
  departure: source.optional(),
  movementVersion: source.optional(),
  originSeq: source.optional(),
  correlationId: source.optional(),
  preparedAt: source.optional(),
  /** Position in the queue of the seat that received it. */
  cursor: source.optional(),
  /** What was answered: 202, 409, 422, 503 ..., or `none`. */
  status: source,
  /** The whole message as JSON. */
  message: source.optional(),
  /** Its payload as JSON. */
  payload: source.optional(),
});

const period = z
  .strictObject({
    from: z.iso
      .datetime({ offset: true, error: 'expected an instant such as 2026-11-02T00:00:00Z' })
      .optional(),
    until: z.iso
      .datetime({ offset: true, error: 'expected an instant such as 2026-11-30T00:00:00Z' })
      .optional(),
  })
  .refine(
    ({ from, until }) => from === undefined || until === undefined || Date.parse(from) < Date.parse(until),
    {
      error: 'expected from before until',
    },
  );

const exportRule = z
  .strictObject({
    /** Names of files: `*` stands for any text, `?` for one character. */
    files: z.union([
      z
        .string()
        .min(1)
        .max(200)
        .transform((one) => [one]),
      z.array(z.string().min(1).max(200)).min(1).max(50),
    ]),
    format: z.enum(['csv', 'json', 'ndjson']).optional(),
    encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16le']).default('utf-8'),
    delimiter: z.string().length(1).default(','),
    quote: z.string().length(1).default('"'),
    /** False: the first line is a row, and columns are named by their place. */
    header: z.boolean().default(true),
    decimal: decimal.default('.'),
    timeZone: timeZone.optional(),
    timeFormat: timeFormat.default('iso'),
    /** What period the file holds; before and after it nothing is missing. */
    covers: period.optional(),
    columns,
    fields: z.partialRecord(z.enum(fieldNames), source).optional(),
  })
  .superRefine((rule, context) => {
    for (const [path, message] of faultsOf(rule)) context.addIssue({ code: 'custom', path, message });
  });
/** How one kind of file is read. */
export type ExportRule = z.infer<typeof exportRule>;

const seatWord = z.string().regex(/^[A-Z]{2}$/, 'expected a country by its two letters, such as TG');

/** `columns.yaml`: how the columns of a pilot's exports map to what an exchange record needs. */
export const pilotColumns = z.strictObject({
  /** Name of the stack of the pilot: movements and queues count per stack. */
  stack: z.string().min(1).max(64).default('pilote'),
  /** Countries of the pilot. */
  countries: z.array(seatWord).min(1).max(20).default(['TG', 'BF', 'ML', 'NE']),
  /** Country of each office whose code does not begin with it. */
  offices: z.record(z.string().min(1).max(64), seatWord).default({}),
  exports: z.array(exportRule).min(1).max(50),
});
/** A read and checked `columns.yaml`. */
export type PilotColumns = z.infer<typeof pilotColumns>;

type Fault = readonly [path: string[], message: string];

function faultsOf(rule: z.infer<typeof exportRule>): Fault[] {
  const { columns: mapped, fields } = rule;
  const bodies = [mapped.message && 'message', mapped.payload && 'payload', fields && 'fields'].filter(
    Boolean,
  );
  const faults: Fault[] = [];
  if (bodies.length > 1)
    faults.push([['fields'], `expected one of message, payload and fields, found ${bodies.join(' and ')}`]);
  if (!mapped.message)
    for (const name of ['sender', 'messageType', 'messageId'] as const)
      if (!mapped[name])
        faults.push([['columns', name], 'expected a column (or message, with the whole message as JSON)']);
  const instants = [
    ['columns', 'at', mapped.at] as const,
    ['columns', 'preparedAt', mapped.preparedAt] as const,
    ...Object.entries(fields ?? {}).flatMap(([name, one]) =>
      fieldOf(name as FieldName).kind === 'instant' ? [['fields', name, one] as const] : [],
    ),
  ];
  for (const [part, name, one] of instants)
    if (one && lacksZone(one, rule)) faults.push([[part, name], NO_ZONE]);
  return faults;
}

const NO_ZONE =
  'expected a timeZone, here or for the export: dates of this format say none, and the clock of Niger is an hour ahead of the others';

function lacksZone(one: Source, rule: ExportRule): boolean {
  if ('value' in one) return false;
  const form = instantForm(one.format ?? rule.timeFormat, 0);
  return form?.needsZone === true && (one.timeZone ?? rule.timeZone) === undefined;
}
