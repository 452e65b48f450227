import type { Columns, Row } from '../../support/columns.ts';
import { HarnessError } from '../../support/errors.ts';
import { visible } from './visible.ts';

/** Columns that a table may leave out, as if their cells were empty. */
type Optional<Map extends Columns> = readonly (keyof Map & string)[];

/**
 * Rows of a table as Gherkin has it, headings first; each cell is read by its column. Nothing is passed over: whatever is not
 * understood is an error that names row and column, as is a table without rows.
 */
export function readTable<Map extends Columns>(
  raw: readonly (readonly string[])[],
  columns: Map,
  optional: Optional<Map> = [],
): Row<Map>[] {
  const [labels = [], ...rows] = raw.map((cells) => cells.map((cell) => cell.trim()));
  insistOnColumns(labels, Object.keys(columns), optional);
  if (rows.length === 0)
    throw new HarnessError(
      'TABLE_NOT_READ',
      'Le tableau est vide : il ne dit rien à jouer.',
      'Ajoutez des lignes.',
    );
  return rows.map((cells, index) => {
    const entries = Object.entries(columns).map(([label, read]) => {
      const at = labels.indexOf(label);
      return [label, inCell(index + 1, label, () => read(at < 0 ? '' : (cells[at] ?? '')))];
    });
    return Object.fromEntries(entries) as Row<Map>;
  });
}

function insistOnColumns(
  labels: readonly string[],
  known: readonly string[],
  optional: readonly string[],
): void {
  const hint = `Colonnes connues : ${known.join(', ')}.`;
  const unknown = labels.find((label) => !known.includes(label));
  if (unknown !== undefined)
    throw new HarnessError('UNKNOWN_COLUMN', `Colonne inconnue : « ${visible(unknown)} ».`, hint);
  const twice = labels.find((label, at) => labels.indexOf(label) < at);
  if (twice !== undefined)
    throw new HarnessError('TABLE_NOT_READ', `Colonne en double : « ${twice} ».`, hint);
  const missing = known.find((label) => !labels.includes(label) && !optional.includes(label));
  if (missing !== undefined)
    throw new HarnessError('TABLE_NOT_READ', `Il manque la colonne « ${missing} ».`, hint);
}

/** Does what concerns one cell; what it finds wrong is told with the place. @param row from 1, without the headings */
export function inCell<Value>(row: number, label: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const place = `Ligne ${row} du tableau, colonne « ${label} »`;
    throw new HarnessError(error.code, `${place} : ${visible(error.message)}`, visible(error.hint), {
      cause: error,
    });
  }
}
