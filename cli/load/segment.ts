import type { Shard } from '../options.ts';

/** Whether the movement of this number is one of a site's: as k6 deals its iterations out to equal execution segments. */
export const isOfSegment = (number: number, segment: Shard | undefined): boolean =>
  segment === undefined || number % segment.total === segment.index - 1;

/** The devices of a fleet that one site runs: a range of numbers, next to those of the other sites. */
export function devicesOfSegment(
  { first, devices }: { readonly first: number; readonly devices: number },
  segment: Shard | undefined,
): { readonly first: number; readonly devices: number } {
  if (segment === undefined) return { first, devices };
  const edge = (at: number): number => Math.floor((devices * at) / segment.total);
  const [from, to] = [edge(segment.index - 1), edge(segment.index)];
  return { first: first + from, devices: to - from };
}

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
