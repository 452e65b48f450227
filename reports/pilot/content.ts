import { hash } from 'node:crypto';
import { canonicalForm } from '../../profile/envelope/digest.ts';
import type { ExportRule } from './columns.ts';
import { fieldIn } from './field-values.ts';
import { type FieldName, fieldNames } from './payload-fields.ts';

/** What of a message's content is compared from seat to seat: the payload whole, or the fields that all exports give. */
export type Compared = 'payload' | readonly FieldName[];

/** The most that all these exports give: what only one of them tells compares with nothing. */
export function comparedBy(rules: readonly ExportRule[]): Compared {
  const tables = rules.filter(({ columns }) => !columns.message && !columns.payload);
  if (tables.length === 0) return 'payload';
  return fieldNames.filter((name) => tables.every(({ fields }) => fields?.[name] !== undefined));
}

/** SHA-256 of what is compared, hexadecimal: order of members, white space and form of numbers do not count. */
export function contentDigest(
  wireCode: string,
  reference: string,
  payload: Readonly<Record<string, unknown>>,
  compared: Compared,
): string {
  const content = compared === 'payload' ? payload : compared.map((name) => fieldIn(payload, name, wireCode));
  return hash('sha256', textOf([wireCode, reference, content]), 'hex');
}

/** What no canonical form holds (half a character) is compared as it was written. */
function textOf(content: readonly unknown[]): string {
  try {
    return canonicalForm(content);
  } catch {
    return JSON.stringify(content);
  }
}
