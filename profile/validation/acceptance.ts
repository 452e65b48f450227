import { z } from 'zod';

/** A quick yes: true only for a value that a schema accepts as it stands. */
export type Acceptance = (value: unknown) => boolean;

type Schema = z.core.$ZodType;
type Check = z.core.$ZodCheck<never>;

/** Formats that are checked by their pattern and nothing else. */
const PATTERN_ONLY = new Set(['regex', 'datetime', 'date', 'uuid']);

/**
 * A quick yes for valid messages, as nearly all are: zod copies every object and keeps a list of faults for every
 * field, which costs several times what looking at them does. `true` is as good as zod's word. `false` says nothing:
 * zod is asked then, who also knows the faults. Kinds that are not listed here are left to zod from the start.
 */
export function acceptanceOf(schema: Schema): Acceptance {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      // An object that is open has a catchall other than `never`, or none.
      return def.catchall?._zod.def.type === 'never'
        ? withChecks(schema, closedObject(def.shape))
        : askZod(schema);
    case 'array':
      return withChecks(schema, listOf(acceptanceOf(def.element)));
    case 'optional':
      return withChecks(schema, either(isUndefined, acceptanceOf(def.innerType)));
    case 'union':
      return def.inclusive === false
        ? askZod(schema)
        : withChecks(schema, def.options.map(acceptanceOf).reduce(either));
    case 'enum':
    case 'literal':
      return withChecks(schema, isOneOf(schema._zod.values));
    case 'string':
      return def.coerce ? askZod(schema) : withChecks(schema, isText);
    case 'number':
      return def.coerce ? askZod(schema) : withChecks(schema, Number.isFinite);
    case 'boolean':
      return def.coerce ? askZod(schema) : withChecks(schema, isTrueOrFalse);
    default:
      return askZod(schema);
  }
}

const isUndefined: Acceptance = (value) => value === undefined;
const isText: Acceptance = (value) => typeof value === 'string';
const isTrueOrFalse: Acceptance = (value) => typeof value === 'boolean';

const isOneOf =
  (values: ReadonlySet<unknown> = new Set()): Acceptance =>
  (value) =>
    values.has(value);

const either =
  (one: Acceptance, other: Acceptance): Acceptance =>
  (value) =>
    one(value) || other(value);

const both =
  (one: Acceptance, other: Acceptance): Acceptance =>
  (value) =>
    one(value) && other(value);

const askZod =
  (schema: Schema): Acceptance =>
  (value) =>
    z.safeParse(schema, value).success;

const listOf =
  (element: Acceptance): Acceptance =>
  (value) => {
    if (!Array.isArray(value)) return false;
    for (const each of value) if (!element(each)) return false;
    return true;
  };

/** Every field known and accepted, every field present that must be. Plain objects only: others have fields unseen. */
function closedObject(shape: Readonly<Record<string, Schema>>): Acceptance {
  const fields = new Map(Object.entries(shape).map(([name, field]) => [name, acceptanceOf(field)]));
  const required = Object.values(shape).filter((field) => field._zod.def.type !== 'optional').length;
  const optional = new Set(Object.keys(shape).filter((name) => shape[name]?._zod.def.type === 'optional'));
  return (value) => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return false;
    let missing = required;
    for (const name in value) {
      const accepts = fields.get(name);
      if (!accepts?.((value as Record<string, unknown>)[name])) return false;
      if (!optional.has(name)) missing -= 1;
    }
    return missing === 0;
  };
}

/** The kind of value first, then each check of the schema. */
function withChecks(schema: Schema, isOfKind: Acceptance): Acceptance {
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as Check] : [];
  return [...own, ...((schema._zod.def.checks ?? []) as Check[])].map(satisfies).reduce(both, isOfKind);
}

/** Whether a value of the right kind satisfies a check; the common checks without the list of faults. */
function satisfies(check: Check): Acceptance {
  const { def } = (check as unknown as z.core.$ZodChecks)._zod;
  const asked = askCheck(check);
  switch (def.check) {
    // Texts are measured in code points, of which there are at most as many as code units and at least half as many.
    case 'max_length':
      return either((value) => (value as string).length <= def.maximum, asked);
    case 'min_length':
      return either((value) => (value as string).length >= def.minimum * 2, asked);
    case 'string_format': {
      const { pattern, format } = def as z.core.$ZodCheckStringFormatDef;
      const stateless = pattern !== undefined && !pattern.global && !pattern.sticky;
      return stateless && PATTERN_ONLY.has(format) ? (value) => pattern.test(value as string) : asked;
    }
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : asked;
    case 'greater_than':
      return both(
        (value) => (value as number) >= (def.value as number),
        either(() => def.inclusive, asked),
      );
    case 'less_than':
      return both(
        (value) => (value as number) <= (def.value as number),
        either(() => def.inclusive, asked),
      );
    default:
      return asked;
  }
}

const askCheck =
  ({ _zod: { check } }: Check): Acceptance =>
  (value) => {
    const payload = { value, issues: [] } as unknown as z.core.ParsePayload<never>;
    return check(payload) === undefined && payload.issues.length === 0;
  };
