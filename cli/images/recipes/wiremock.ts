import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Recipe } from '../recipe.ts';

/** WireMock: the jar of the npm package, which package-lock.json pins. */
export const wiremock: Recipe = {
  part: 'wiremock',
  context: async () => {
    const folder = join(dirname(require.resolve('wiremock/package.json')), 'build');
    const jar = readdirSync(folder).find((name) => name.endsWith('.jar')) ?? '';
    return [{ from: join(folder, jar), to: 'wiremock.jar' }];
  },
  debian: ['default-jre-headless'],
  links: { 'usr/bin/java': 'usr/lib/jvm/*/bin/java' },
};
