import type { PartName } from '../../features/support/containers/parts.ts';
import type { Recipe } from './recipe.ts';
import { mosquitto } from './recipes/mosquitto.ts';
import { postgres } from './recipes/postgres.ts';
import { stack } from './recipes/stack.ts';
import { toxiproxy } from './recipes/toxiproxy.ts';
import { wiremock } from './recipes/wiremock.ts';

/** How each image is made. */
export const recipes: Readonly<Record<PartName, Recipe>> = {
  postgres,
  stack,
  wiremock,
  toxiproxy,
  mosquitto,
};
