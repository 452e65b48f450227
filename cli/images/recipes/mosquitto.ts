import type { Recipe } from '../recipe.ts';

/** The MQTT broker. */
export const mosquitto: Recipe = { part: 'mosquitto', context: async () => [], debian: ['mosquitto'] };
