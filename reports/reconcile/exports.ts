import type { Engine } from './engine.ts';
import { type ExportNeed, exportNeeds, type NotJudged } from './reconciliation.ts';

/** What the exports of a pilot do not hold, in the words of the invariants; for evidence that is exports and nothing else. */
export async function missingFromExports(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows('select need from export_fact where not coalesce(holds, false)');
  return new Set(rows.map(({ need }) => String(need)));
}

/** Movements that the exports show in part: how many, and what is missing of them. */
export async function partlyJudged(engine: Engine): Promise<NotJudged[]> {
  const rows = await engine.rows('select need, movements from export_gap where movements > 0 order by need');
  return rows.map(({ need, movements }) => ({
    invariant: null,
    needs: [needOf(String(need))],
    movements: Number(movements),
  }));
}

/** A word of the headers of invariants, or a TypeError: it must stand in reconciliation.ts. */
export function needOf(word: string): ExportNeed {
  const known = exportNeeds.find((need) => need === word);
  if (known) return known;
  throw new TypeError(
    `An invariant needs of exports ${JSON.stringify(word)}: add the word to reconciliation.ts.`,
  );
}
