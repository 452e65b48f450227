import type { Recipe } from '../recipe.ts';

/** PostgreSQL; its script wants a shell. */
export const postgres: Recipe = {
  part: 'postgres',
  context: async () => [],
  debian: ['postgresql', 'dash', 'coreutils'],
};
