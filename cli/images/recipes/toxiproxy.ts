import type { Recipe } from '../recipe.ts';
import { toxiproxyBinary } from '../toxiproxy-binary.ts';

/** Toxiproxy: one binary without libraries, on nothing. */
export const toxiproxy: Recipe = {
  part: 'toxiproxy',
  context: async (env) => [{ from: await toxiproxyBinary(env), to: 'toxiproxy' }],
  debian: [],
};
