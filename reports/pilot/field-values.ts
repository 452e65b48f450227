import { type FieldKind, type FieldName, fieldOf } from './payload-fields.ts';

/** One office, or country, of a road as the payload holds it. */
interface Leg {
  readonly office?: string;
  readonly country?: string;
}

/** Puts what a cell held where the payload of this message has it. Does nothing where the message has no such field. */
export function putField(
  payload: Record<string, unknown>,
  name: FieldName,
  wireCode: string,
  value: unknown,
): void {
  const { kind, at } = fieldOf(name);
  const path = at[wireCode];
  if (path === undefined) return;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place: Record<string, unknown> = payload;
  for (const [index, step] of steps.entries()) {
    // `items.0` is a list.
    const next = place[step] ?? (steps[index + 1] === '0' ? [] : {});
    place[step] = next;
    place = next as Record<string, unknown>;
  }
  place[last] = shaped(kind, last, value);
}

function shaped(kind: FieldKind, member: string, value: unknown): unknown {
  if (kind === 'found-mass') return [{ pointer: '/totalGrossMassKg', found: String(value) }];
  // What was affixed is a list of seals, what was seen a list of numbers.
  if (kind === 'seals' && member !== 'numbers') return (value as string[]).map((number) => ({ number }));
  return value;
}

/**
 * What a payload says in one field, in a form that compares: numbers as numbers, instants as instants, seals in any order.
 * @returns null where it says nothing, or nothing of that kind
 */
export function fieldIn(payload: unknown, name: FieldName, wireCode: string): unknown {
  const { kind, at } = fieldOf(name);
  const path = at[wireCode];
  if (path === undefined) return null;
  let value = payload;
  for (const step of path.split('.')) value = memberOf(value, step);
  return comparable(kind, value);
}

function comparable(kind: FieldKind, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (kind === 'itinerary')
    return listOf(value).map((leg) => (leg as Leg)?.office ?? (leg as Leg)?.country ?? null);
  if (kind === 'seals')
    return listOf(value)
      .map((seal) => (typeof seal === 'string' ? seal : String(memberOf(seal, 'number'))))
      .sort();
  if (kind === 'found-mass') {
    const total = listOf(value).find((difference) => memberOf(difference, 'pointer') === '/totalGrossMassKg');
    return figure(memberOf(total, 'found'));
  }
  if (kind === 'mass' || kind === 'integer') return figure(value);
  if (kind === 'instant') return figure(Date.parse(String(value)));
  return String(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const figure = (value: unknown): number | null => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

/** A member of its own that an object has by this name; undefined of anything else. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
