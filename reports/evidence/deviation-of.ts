import type { RunSummary } from './run.ts';

const GIVEN = /(?:^| )--deviation[= ]([a-z0-9-]+)/;

/** The wrong behaviour that the reference stack of a run was told to commit, as the command that repeats the run says. */
export function deviationOf({ replay }: Pick<RunSummary, 'replay'>): { readonly deviation?: string } {
  const [, deviation] = GIVEN.exec(replay) ?? [];
  return deviation === undefined ? {} : { deviation };
}
