import type { Page, PageElement } from './dom.ts';
import { plain } from './filters.ts';

type Passes = (row: PageElement) => boolean;

/** Shows the requirements that hold every word searched for and are of the status chosen. */
export function filterCoverage({ document }: Page): void {
  const words = plain(document.querySelector('#coverage-search')?.value ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const status = document.querySelector('#coverage-status')?.value ?? '';
  const passes: Passes = (row) =>
    (status === '' || row.dataset['status'] === status) && holdsAll(plain(row.textContent), words);
  const filtering = words.length > 0 || status !== '';
  let shown = 0;
  for (const table of document.querySelectorAll('.matrix')) {
    const count = filterRows(table, passes);
    table.hidden = filtering && count === 0;
    if (filtering && count > 0) table.open = true;
    shown += count;
  }
  const empty = document.querySelector('#coverage-empty');
  if (empty) empty.hidden = shown > 0;
}

const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

function filterRows(table: PageElement, passes: Passes): number {
  let count = 0;
  for (const row of table.querySelectorAll('tr[data-requirement]')) {
    row.hidden = !passes(row);
    if (!row.hidden) count += 1;
  }
  return count;
}
