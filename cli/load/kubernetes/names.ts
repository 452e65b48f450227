import type { SetOptions } from './set-options.ts';

/** The operator puts up to 13 characters behind a name, and a label has 63. */
const LONGEST = 50;

/** Name of a run in the cluster, and beginning of the names of its parts. */
export const nameOf = ({ plan }: Pick<SetOptions, 'plan'>): string =>
  `corridor-${plan.plan}`.slice(0, LONGEST).replace(/-+$/, '');

export const seatsName = (options: Pick<SetOptions, 'plan'>): string => `${nameOf(options)}-seats`;
export const scriptsName = (options: Pick<SetOptions, 'plan'>): string => `${nameOf(options)}-k6`;

/** Name and labels of one part of a run; no namespace: the one in which it is applied. */
export const metadataOf = (options: Pick<SetOptions, 'plan'>, name: string, part: string) => ({
  name,
  labels: labelsOf(options, part),
});

export const labelsOf = (options: Pick<SetOptions, 'plan'>, part: string) => ({
  'app.kubernetes.io/name': 'corridor',
  'app.kubernetes.io/instance': nameOf(options),
  'app.kubernetes.io/component': part,
});
