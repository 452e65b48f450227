import { extname } from 'node:path';
import type { Bind, BoundColumn, Row } from './cells.ts';
import type { ExportRule } from './columns.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { memberOf } from './field-values.ts';
import { lineRows, listRows } from './json-rows.ts';
import { PilotError, quote, RowFault } from './pilot-error.ts';

/** One row of a file, with the line on which it begins, from 1; `fault` where the file itself shows that it is none. */
export interface FileRow {
  readonly line: number;
  readonly row: Row;
  readonly fault?: RowFault;
}

/** A file opened by a mapping: how its columns are found, and its rows, one at a time. */
export interface OpenedFile {
  readonly bind: Bind;
  readonly rows: AsyncIterable<FileRow>;
  /** Ends reading, wherever it stands. */
  readonly close: () => Promise<void>;
}

/** Opens an export as CSV, JSON or lines of JSON: as the mapping says, else by the ending of its name. */
export async function openExport(path: string, file: string, rule: ExportRule): Promise<OpenedFile> {
  const format = rule.format ?? formatOf(file);
  if (format === 'csv') return openCsv(path, file, rule);
  const rows = format === 'json' ? listRows(path, file, rule.encoding) : lineRows(path, file, rule.encoding);
  return { bind: bindMember(file), rows, close: () => closed(rows) };
}

function formatOf(file: string): 'csv' | 'json' | 'ndjson' {
  const ending = extname(file).toLowerCase();
  if (ending === '.json') return 'json';
  return ending === '.ndjson' || ending === '.jsonl' ? 'ndjson' : 'csv';
}

async function openCsv(path: string, file: string, rule: ExportRule): Promise<OpenedFile> {
  const rows = csvRows(path, file, rule);
  if (!rule.header) return { bind: bindPlace(file), rows: sameWidth(rows, 0), close: () => closed(rows) };
  const first = await rows.next();
  const header = first.done ? [] : first.value.cells;
  return {
    bind: bindHeader(file, header, rule),
    rows: sameWidth(rows, header.length),
    close: () => closed(rows),
  };
}

async function closed(rows: AsyncGenerator): Promise<void> {
  await rows.return(undefined);
}

/** A row with more or fewer cells than the header has shifted, and means something else. Empty cells at its end do not count. */
async function* sameWidth(rows: AsyncGenerator<CsvRow>, width: number): AsyncGenerator<FileRow> {
  let expected = width;
  for await (const { line, cells } of rows) {
    expected ||= cells.length;
    const extra = cells.slice(expected).some((cell) => cell.trim() !== '');
    if (cells.length >= expected && !extra) yield { line, row: cells };
    else {
      const seen = `found ${cells.length} cells where ${expected} belong`;
      yield {
        line,
        row: cells,
        fault: new RowFault('', seen, 'Quote values that hold the delimiter or a line break.'),
      };
    }
  }
}

/** How people write one header in several ways: case, spaces, composed accents. */
const headerKey = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

function bindHeader(file: string, header: readonly string[], rule: ExportRule): Bind {
  const places = new Map<string, number[]>();
  for (const [at, name] of header.entries()) {
    const key = headerKey(name);
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  return (column) => {
    if (typeof column === 'number')
      return column <= header.length
        ? cellAt(column, header[column - 1])
        : missing(file, column, header, rule);
    const [at, twice] = places.get(headerKey(column)) ?? [];
    if (at === undefined) return missing(file, column, header, rule);
    if (twice === undefined) return cellAt(at + 1, column);
    throw new PilotError(
      'COLUMN_NOT_FOUND',
      `Failed to read ${file}: it has the column ${quote(column)} twice, as ${at + 1} and ${twice + 1}.`,
      'Name the column by its place in the mapping, such as column: 3.',
    );
  };
}

function missing(file: string, column: string | number, header: readonly string[], rule: ExportRule): never {
  // A row of data stands there where the file has no header: then it is told of nobody.
  const names = header.some((cell) => /\d{3}/.test(cell))
    ? `no names of columns (${header.length} cells)`
    : header.slice(0, 20).map(quote).join(', ') || 'nothing';
  const alone = header.length === 1 ? ` The delimiter of the mapping is ${quote(rule.delimiter)}.` : '';
  throw new PilotError(
    'COLUMN_NOT_FOUND',
    `Failed to read ${file}: it has no column ${typeof column === 'number' ? column : quote(column)}; its first line is ${names}.`,
    `Give the name as it stands there, or header: false where no names stand there.${alone}`,
  );
}

function bindPlace(file: string): Bind {
  return (column) => {
    if (typeof column === 'number') return cellAt(column, `${column}`);
    throw new PilotError(
      'COLUMN_NOT_FOUND',
      `Failed to read ${file}: the mapping names the column ${quote(column)} of a file without header.`,
      'Name columns by their place, from 1.',
    );
  };
}

const cellAt = (place: number, label = `${place}`): BoundColumn => ({
  label,
  get: (row) => (row as readonly string[])[place - 1],
});

/** A member by its name, or by a pointer (`/a/b`) within others. Absent in one object is an empty cell. */
function bindMember(file: string): Bind {
  return (column) => {
    if (typeof column === 'number')
      throw new PilotError(
        'COLUMN_NOT_FOUND',
        `Failed to read ${file}: the mapping names column ${column} of a JSON export.`,
        'Name members by their name, or by a pointer such as /message/id.',
      );
    const steps = column.startsWith('/')
      ? column
          .slice(1)
          .split('/')
          .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
      : [column];
    return { label: column, get: (row) => steps.reduce(memberOf, row) };
  };
}
