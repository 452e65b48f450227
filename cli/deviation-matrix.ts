import type { DeviationResult } from './deviations-run.ts';

const marks = { killed: '●', named: '○', accident: '!' } as const;

/**
 * Deviations down, requirements across, as far as any deviation names them: `●` killed for it, `○` named but another
 * requirement killed first. Written as rows, one a requirement, since a screen is higher than it is wide.
 */
export function deviationMatrix(results: readonly DeviationResult[]): string {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const rows = results.map(({ name, violates, outcome, killedBy }) => {
    const cells = violates.map(
      (id) => `${killedBy.some(({ requirement }) => requirement === id) ? marks.killed : marks.named} ${id}`,
    );
    const by = killedBy[0] ? `  ${killedBy[0].scenario}` : '';
    return `${name.padEnd(width)}  ${outcome.padEnd(8)}  ${cells.join('  ').padEnd(20)}${by}`;
  });
  const survivors = results.filter(({ outcome }) => outcome !== 'killed').map(({ name }) => name);
  const ending = survivors.length > 0 ? ['', `Not killed: ${survivors.join(', ')}`] : [];
  return [
    ...rows,
    '',
    `${marks.killed} killed for it   ${marks.named} named, killed for another first`,
    ...ending,
  ].join('\n');
}
