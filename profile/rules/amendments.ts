import { transitReferenceOf } from '../identifiers/national-reference.ts';
import { pointerOf } from '../validation/pointer.ts';
import type { PayloadOf } from './rule.ts';

type Notice = PayloadOf<'TransitNotice'>;

/**
 * Fields of a TransitNotice that may still change after release; `*` stands for any position of a list. A change of
 * road is an ItineraryChange, a change of seals an IncidentNotice.
 * @source assumption (R25 asks for a list and publishes none): what does not touch goods, road, seals or guarantee
 */
export const amendableFields: readonly string[] = [
  '/payload/status',
  '/payload/vehicle',
  '/payload/documents',
  '/payload/deviceId',
  '/payload/plannedLimitDate',
  '/payload/itinerary/legs/*/plannedAt',
];

/**
 * Pointers, from the root of the message, of the fields that an amendment after release changed and may not (R25);
 * empty when the amendment is lawful.
 */
export function notAmendable(before: Notice, after: Notice): string[] {
  return changedPaths(before, after, ['payload'])
    .filter((path) => !isAmendable(path))
    .map(pointerOf);
}

function changedPaths(before: unknown, after: unknown, path: string[]): string[][] {
  if (Object.is(before, after)) return [];
  if (!isContainer(before) || !isContainer(after)) return [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changedPaths(before[key], after[key], [...path, key]));
}

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isAmendable(path: readonly string[]): boolean {
  return amendableFields.some((field) =>
    field
      .slice(1)
      .split('/')
      .every((step, index) => step === '*' || step === path[index]),
  );
}

/**
 * Seals that the notice announced and the release no longer names (R26); told with SEALS_DIFFER at `/payload/seals`.
 * More seals than announced are no fault.
 */
export function missingSeals(
  notice: { readonly seals: readonly { readonly number: string }[] },
  release: { readonly seals: readonly { readonly number: string }[] },
): string[] {
  const final = new Set(release.seals.map(({ number }) => number));
  return notice.seals.map(({ number }) => number).filter((number) => !final.has(number));
}

/**
 * True when the transit reference and the national reference of a notice name the same declaration; else
 * REFERENCE_MISMATCH at `/payload/nationalReference` (H04).
 */
export const referencesAgree = ({ transitReference, nationalReference }: Notice): boolean =>
  transitReferenceOf(nationalReference) === transitReference;
