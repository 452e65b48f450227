const SHOWN = 5;

/** The known words that somebody who wrote `word` may have meant, the likeliest first. */
export function near(word: string, known: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const comparable = [...new Set(known)].filter(({ length }) => Math.abs(length - word.length) <= limit);
  const measured = comparable.map((candidate) => ({ candidate, off: distance(word, candidate) }));
  const likely = measured.filter(({ off }) => off <= limit);
  likely.sort((a, b) => a.off - b.off || a.candidate.localeCompare(b.candidate));
  return likely.slice(0, SHOWN).map(({ candidate }) => candidate);
}

/** Letters to add, drop or change to make one of the other (Levenshtein). */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
