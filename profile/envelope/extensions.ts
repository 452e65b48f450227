import { z } from 'zod';

/**
 * Names of extensions: a field of a later version of the profile (`0.2:sealPhoto`), or one that a country has agreed with
 * others (`x-bf:weighbridgeTicket`).
 */
export const extensionName = z
  .string()
  .regex(/^(?:\d+\.\d+|x-[a-z]{2}):[a-z][A-Za-z0-9]{0,39}$/, 'expected the form of 0.2:sealPhoto');

/** The extensions that this code understands: 0.1 has none. */
const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set();

/** Extensions of one message. @source assumption */
export const MAX_EXTENSIONS = 16;

/** Characters of the JSON text of one content. @source assumption */
export const MAX_CONTENT = 65_536;

const extension = z.strictObject({
  /** Whoever does not know the extension must refuse the message. */
  mandatory: z.boolean(),
  /** Any JSON value; carried on as it was written. */
  content: z.unknown().refine((value) => textLength(value) <= MAX_CONTENT, {
    params: { fault: 'TOO_LONG', detail: `au plus ${MAX_CONTENT} caractères` },
  }),
});

/**
 * What a message says beyond its version of the profile, by name. A receiver carries on untouched what it does not know,
 * and refuses the message where that is mandatory.
 * @source decision 0009
 */
export const extensions = z
  .record(extensionName, extension)
  .refine((given) => Object.keys(given).length <= MAX_EXTENSIONS, {
    params: { fault: 'TOO_MANY', detail: `au plus ${MAX_EXTENSIONS}` },
  })
  .meta({ maxProperties: MAX_EXTENSIONS });
export type Extensions = Readonly<Record<string, { readonly mandatory: boolean; readonly content: unknown }>>;

/** The mandatory extensions of a message, readable or not, that are not known here; in the order of the message. */
export function unknownMandatory(given: unknown): string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.entries(given)
    .filter(
      ([name, entry]) => (entry as { mandatory?: unknown } | null)?.mandatory === true && isUnknown(name),
    )
    .map(([name]) => name);
}

/** A name that objects treat apart, and that a record of zod therefore passes over. */
const PASSED_OVER = '__proto__';

/** Names of extensions that the schema does not see: refused as any other of the wrong form. */
export const unseenNames = (given: unknown): string[] =>
  typeof given === 'object' && given !== null && Object.hasOwn(given, PASSED_OVER) ? [PASSED_OVER] : [];

const isUnknown = (name: string): boolean =>
  extensionName.safeParse(name).success && !KNOWN_EXTENSIONS.has(name);

/** Nothing is longer than anything: a missing content is a fault. So is one nested too deep to be written. */
function textLength(value: unknown): number {
  try {
    return JSON.stringify(value)?.length ?? Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
