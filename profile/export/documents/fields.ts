import { fieldMeaning } from '../field-meanings.ts';
import { codeListOf, type JsonSchema, remarkOn } from '../json-schema.ts';

/** One line of a field table. */
export interface FieldRow {
  /** Dotted path; `[]` after a list. */
  readonly path: string;
  /** Names without list marks, for the meaning. */
  readonly names: readonly string[];
  readonly type: string;
  readonly cardinality: string;
}

const list = (values: readonly unknown[]): string => values.map((value) => `\`${String(value)}\``).join(', ');

function bounds(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return '';
  return ` ${min ?? ''}..${max ?? ''}`;
}

/** Text of an officer or trader: no control characters, which goes without saying in a table. */
const FREE_TEXT = '^[^\\p{Cc}\\p{Cs}]+$';

function stringType(schema: JsonSchema): string {
  if (schema.format === 'date-time') return 'instant, UTC';
  if (schema.format) return schema.format;
  const [example] = schema.examples ?? [];
  if (example !== undefined) return `\`${schema.pattern}\`, e.g. \`${String(example)}\``;
  const size =
    schema.minLength === undefined && schema.maxLength === undefined
      ? ''
      : bounds(schema.minLength, schema.maxLength);
  if (!schema.pattern || schema.pattern === FREE_TEXT) return `text${size}`;
  return `\`${schema.pattern}\`${size ? `,${size} characters` : ''}`;
}

/** Safe integers are no bound worth telling. */
const real = (bound: number | undefined): number | undefined =>
  bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound;

/** A group of fields, or of entries by their names. */
const groupType = ({ propertyNames, maxProperties }: JsonSchema): string =>
  propertyNames ? `by name, \`${propertyNames.pattern}\`, at most ${maxProperties}` : 'group';

/** What a value may be, in a few words. */
export function typeOf(schema: JsonSchema): string {
  const codeList = codeListOf(schema);
  if (codeList) return `code, [${codeList}](code-lists.md#${codeList.toLowerCase()})`;
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return `one of ${list(schema.enum)}`;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeOf))].join(' or ');
  if (schema.type === 'array')
    return schema.items?.properties || schema.items?.oneOf ? 'list' : `list of ${typeOf(schema.items ?? {})}`;
  if (schema.type === 'string') return stringType(schema);
  if (schema.type === 'integer' || schema.type === 'number') {
    return `${schema.type}${bounds(real(schema.minimum), real(schema.maximum))}`;
  }
  return schema.type === 'object' ? groupType(schema) : String(schema.type ?? 'any');
}

function cardinality(schema: JsonSchema, required: boolean): string {
  if (schema.type !== 'array') return required ? '1' : '0..1';
  const size = `${schema.minItems ?? 0}..${schema.maxItems ?? 'n'}`;
  return required ? size : `${size}, optional`;
}

const alternativesOf = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [schema];

/**
 * The fields of an object schema, depth first; alternatives follow one another.
 * @param stopAt names whose inside is not listed (they are tables of their own)
 */
export function fieldRows(
  schema: JsonSchema,
  stopAt: readonly string[] = [],
  path = '',
  names: readonly string[] = [],
): FieldRow[] {
  const rows = alternativesOf(schema).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([name, field]) => {
      const here = `${path}${name}`;
      const own = [...names, name];
      const row = {
        path: here,
        names: own,
        type: typeOf(field),
        cardinality: cardinality(field, required.includes(name)),
      };
      if (stopAt.includes(name)) return [row];
      const named = typeof field.additionalProperties === 'object' ? field.additionalProperties : undefined;
      const inner =
        field.type === 'array'
          ? fieldRows(field.items ?? {}, stopAt, `${here}[].`, own)
          : fieldRows(named ?? field, stopAt, named ? `${here}.NAME.` : `${here}.`, own);
      return [row, ...inner];
    }),
  );
  return rows.filter(
    (row, index) => rows.findIndex((one) => one.path === row.path && one.type === row.type) === index,
  );
}

/** A row with its French name and meaning, ready for a table. */
export function fieldCells(wireCode: string, row: FieldRow, schema?: JsonSchema): string[] {
  const { fr, en } = fieldMeaning(wireCode, row.names) ?? { fr: '', en: '' };
  const remark = schema && !codeListOf(schema) ? remarkOn(schema) : undefined;
  return [`\`${row.path}\``, fr, row.type, row.cardinality, remark ? `${en}. ${remark}` : en];
}
