import { pipeline } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import type { ExportRule } from './columns.ts';
import { decodedText } from './decoded-text.ts';
import { PilotError, RowFault, rowRefused } from './pilot-error.ts';

/** No row is longer: a quote that nobody closed would else take the rest of the file. @source assumption */
export const LONGEST_ROW_BYTES = 4 * 1024 * 1024;

/** The cells of a row, and the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The rows of a CSV file, the header first where it has one; memory stays bounded by the longest row. */
export async function* csvRows(path: string, file: string, rule: ExportRule): AsyncGenerator<CsvRow> {
  // Rows that wait to be taken when the parser stops are lost: where it stopped, it alone knows.
  let parsed = 0;
  const parser = parse({
    on_record: (record: string[], { lines }) => {
      parsed = lines;
      return record;
    },
    delimiter: rule.delimiter,
    quote: rule.quote,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW_BYTES,
  });
  // What fails in the source destroys the parser, which then says so.
  const fed = pipeline(decodedText(path, file, rule.encoding), parser).catch(() => undefined);
  let ended = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line: ended + 1, cells: record };
      ended = info.lines;
    }
  } catch (cause) {
    throw cause instanceof PilotError ? cause : tornRow(file, parsed + 1, cause as CsvError);
  } finally {
    parser.destroy();
    await fed;
  }
}

function tornRow(file: string, line: number, cause: CsvError): unknown {
  if (cause.code === 'CSV_MAX_RECORD_SIZE')
    return rowRefused(
      file,
      line,
      new RowFault(
        '',
        `found a row of more than ${LONGEST_ROW_BYTES / 1024 / 1024} MiB`,
        'A quote is not closed there, or the quote or delimiter in the mapping are others.',
      ),
    );
  if (!cause.code?.startsWith('CSV_')) return cause;
  const hint = 'Quotes within a quoted value are doubled; mend the row, or give the quote in the mapping.';
  return rowRefused(
    file,
    line,
    new RowFault('', 'found a quote that is not closed, or closed too early', hint),
  );
}
