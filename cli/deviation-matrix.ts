import type { DeviationResult } from './deviation-court.ts';

const marks = { killed: '●', named: '○' } as const;

/** One row a deviation, with the requirements that it names: `●` seen red, `○` named, but nothing turned it red. */
export function deviationMatrix(results: readonly DeviationResult[]): string {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const rows = results.map(({ name, violates, outcome, killedBy, explored }) => {
    const cells = violates.map(
      (id) => `${killedBy.some(({ requirement }) => requirement === id) ? marks.killed : marks.named} ${id}`,
    );
    const found = explored && `found by exploring for ${explored.seconds} s: ${explored.messages} messages`;
    const by = killedBy[0] ? `  ${found ?? killedBy[0].scenario}` : '';
    return `${name.padEnd(width)}  ${outcome.padEnd(8)}  ${cells.join('  ').padEnd(20)}${by}`;
  });
  const survivors = results.filter(({ outcome }) => outcome !== 'killed').map(({ name }) => name);
  const ending = survivors.length > 0 ? ['', `Not killed: ${survivors.join(', ')}`] : [];
  return [...rows, '', `${marks.killed} seen red   ${marks.named} named, never seen red`, ...ending].join(
    '\n',
  );
}
