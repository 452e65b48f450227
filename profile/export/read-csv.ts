import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** A CSV table of the profile is not what it should be: `line` and `column` say where. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly code: 'TABLE_UNREADABLE' | 'TABLE_HEADER' | 'TABLE_VALUE' | 'TABLE_DUPLICATE';
  readonly hint: string;
  /** Line of the file, from 1; 0 when the file as a whole is wrong. */
  readonly line: number;
  /** Name of the column; empty when the row as a whole is wrong. */
  readonly column: string;
  constructor(code: TableError['code'], seen: string, hint: string, line = 0, column = '') {
    const place = line === 0 ? '' : ` line ${line}${column ? `, column ${column}` : ''}`;
    super(`Failed to read the table${place}: ${seen}. ${hint}`);
    this.code = code;
    this.hint = hint;
    this.line = line;
    this.column = column;
  }
}

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a CSV text (RFC 4180, UTF-8) with exactly the columns of `shape`, in that order.
 * @param key column whose values must differ
 * @throws TableError naming line and column
 */
export function readCsv<Shape extends z.ZodRawShape>(
  text: string,
  shape: z.ZodObject<Shape>,
  key: keyof Shape & string,
): z.infer<z.ZodObject<Shape>>[] {
  const columns = Object.keys(shape.shape);
  const [header, ...rows] = rowsOf(text);
  if (!header || header.record.join() !== columns.join()) {
    const seen = `found the columns "${header?.record.join() ?? ''}"`;
    throw new TableError('TABLE_HEADER', seen, `Write the header ${columns.join()}.`, 1);
  }
  const seenKeys = new Set<unknown>();
  return rows.map(({ record, info }) => {
    const row = rowOf(record, columns, shape, info.lines);
    const value = (row as Record<string, unknown>)[key];
    if (seenKeys.has(value)) {
      const seen = `found ${JSON.stringify(value)} twice`;
      throw new TableError('TABLE_DUPLICATE', seen, 'Give each row a key of its own.', info.lines, key);
    }
    seenKeys.add(value);
    return row;
  });
}

function rowsOf(text: string): Row[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    const line = Number((error as { lines?: unknown }).lines ?? 0);
    throw new TableError('TABLE_UNREADABLE', seen, 'Correct the quotes of this row.', line);
  }
}

function rowOf<Shape extends z.ZodRawShape>(
  record: readonly string[],
  columns: readonly string[],
  shape: z.ZodObject<Shape>,
  line: number,
) {
  if (record.length !== columns.length) {
    const seen = `found ${record.length} values for ${columns.length} columns`;
    throw new TableError('TABLE_VALUE', seen, 'Quote values that hold a comma.', line);
  }
  const parsed = shape.safeParse(Object.fromEntries(columns.map((column, index) => [column, record[index]])));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const column = String(issue?.path[0] ?? '');
  const seen = `found ${JSON.stringify(record[columns.indexOf(column)])}`;
  throw new TableError('TABLE_VALUE', seen, `${issue?.message}.`, line, column);
}
