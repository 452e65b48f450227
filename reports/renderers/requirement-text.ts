import type { RequirementModel } from '../model/run-model.ts';

/** Texts of requirements by id, in French. */
export const requirementTexts = (requirements: readonly RequirementModel[]): ReadonlyMap<string, string> =>
  new Map(requirements.filter(({ fr }) => fr !== '').map(({ id, fr }) => [id, fr]));
