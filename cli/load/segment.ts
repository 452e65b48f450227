import type { Shard } from '../options.ts';

/**
 * Whether the movement of this number is one of a site's: as k6 deals its iterations out to equal execution segments, in turn. It
 * does so only when {@link dealtInTurn} made the most virtual users a multiple of the segments.
 */
export const isOfSegment = (number: number, segment: Shard | undefined): boolean =>
  segment === undefined || number % segment.total === segment.index - 1;

/**
 * The most virtual users of all sites together, so that k6 deals in turn: it cuts an arrival rate into as many parts as there may be
 * virtual users, and gives each site its share of them. 64 parts for 3 sites would be 22, 21 and 21, and nobody's turn.
 */
export const dealtInTurn = (most: number, segment: Shard | undefined): number => {
  const sites = segment?.total ?? 1;
  return Math.ceil(most / sites) * sites;
};

/** The words by which k6 takes one of equal segments: `--execution-segment 1/3:2/3 --execution-segment-sequence 0,1/3,2/3,1`. */
export function segmentWords(segment: Shard | undefined): readonly string[] {
  if (segment === undefined) return [];
  const { index, total } = segment;
  const edge = (at: number): string => (at === 0 ? '0' : at === total ? '1' : `${at}/${total}`);
  const edges = Array.from({ length: total + 1 }, (_, at) => edge(at));
  return [
    '--execution-segment',
    `${edge(index - 1)}:${edge(index)}`,
    '--execution-segment-sequence',
    edges.join(','),
  ];
}
