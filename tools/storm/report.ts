import { type Kill, phases } from './kills.ts';
import type { Choice } from './options.ts';
import { counts, type StormOutcome } from './outcome.ts';

const SHOWN = 10;

/** What came of a storm, for people. */
export function human(outcome: StormOutcome, choice: Choice, folder: string): string {
  const { kills, asked, linksBroken, messages, exchanges, durationMs } = outcome;
  const counted = kills.filter(counts);
  const idle = kills.filter(({ phase }) => phase === 'idle').length;
  const broken = Object.entries(linksBroken);
  const total = broken.reduce((sum, [, count]) => sum + count, 0);
  return `${[
    `kills           ${counted.length} of ${asked} under traffic (${byPhase(counted)}), ${idle} idle beside`,
    `under way       ${spread(counted, 'submissions')} submissions, ${spread(counted, 'deliveries')} deliveries at a kill (least, median, most)`,
    `links broken    ${total} times (${broken.map(([name, count]) => `${name} ${count}`).join(', ')})`,
    `traffic         ${outcome.movements} movements, ${messages} messages, ${exchanges} exchanges, ${(durationMs / 1000).toFixed(1)} s`,
    `lost            ${outcome.lost}`,
    `double effects  ${outcome.doubleEffects}`,
    `disagreements   ${outcome.otherFindings} others`,
    ...outcome.findings
      .slice(0, SHOWN)
      .map(({ invariant, movement, reason }) => `  ${invariant}: ${movement ?? '-'}: ${reason}`),
    ...outcome.explained.map(
      ({ invariant, explanation, count }) => `  explained: ${invariant}: ${explanation} (${count})`,
    ),
    ...outcome.refused.slice(0, SHOWN).map((refusal) => `  refused: ${refusal}`),
    ...outcome.owed.slice(0, SHOWN).map((owed) => `  never came: ${owed}`),
    `verdict         ${outcome.verdict}${outcome.because.length > 0 ? `: ${outcome.because.join(', ')}` : ''}`,
    `evidence        ${folder}`,
    `replay          npm run storm -- ${replayOf(choice)}`,
  ].join('\n')}\n`;
}

function replayOf({ kills, seed, movements, links, deviation, phases: chosen }: Choice): string {
  const words = [`--kills ${kills} --seed ${seed} --movements ${movements} --links ${links}`];
  if (chosen.length < phases.length) words.push(`--phases ${chosen.join(',')}`);
  if (deviation !== undefined) words.push(`--deviation ${deviation}`);
  return words.join(' ');
}

const byPhase = (kills: readonly Kill[]): string =>
  phases
    .map((name) => {
      const own = kills.filter(({ phase }) => phase === name);
      const missed = own.filter((kill) => kill.missed).length;
      return `${name} ${own.length}${missed > 0 ? `, ${missed} missed` : ''}`;
    })
    .join('; ');

function spread(kills: readonly Kill[], what: 'submissions' | 'deliveries'): string {
  const sorted = kills.map((kill) => kill[what]).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return `${at(0)}, ${at(0.5)}, ${at(1)}`;
}
