import type { DataTable } from '@cucumber/cucumber';
import { HarnessError } from './errors.ts';

/** How the cells of each column are read, by French label. */
export type Columns = Readonly<Record<string, (cell: string) => unknown>>;
export type Row<Map extends Columns> = { readonly [Label in keyof Map]: ReturnType<Map[Label]> };

/** Rows of a table, each cell read by its column; a column that the step does not know is an error. */
export function rowsOf<Map extends Columns>(table: DataTable, columns: Map): Row<Map>[] {
  const [labels = [], ...rows] = table.raw();
  const readers = labels.map((label) => columns[label] ?? unknownColumn(label, Object.keys(columns)));
  return rows.map((cells) => {
    const entries = cells.map((cell, index) => [labels[index], readers[index]?.(cell.trim())]);
    return Object.fromEntries(entries) as Row<Map>;
  });
}

function unknownColumn(label: string, known: readonly string[]): never {
  throw new HarnessError(
    'UNKNOWN_COLUMN',
    `Colonne inconnue : « ${label} ».`,
    `Colonnes connues : ${known.join(', ')}.`,
  );
}
