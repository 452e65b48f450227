import type { Way } from '../link.ts';

/** The ways that a fault bends. */
export const bothWays = (way: Way | 'both'): readonly Way[] => (way === 'both' ? ['there', 'back'] : [way]);
