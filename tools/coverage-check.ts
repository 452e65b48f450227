import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { supportCode } from '../features/support/cucumber.ts';
import { readRequirements } from '../profile/export/requirements.ts';
import { allDeviations } from '../simulators/stack/deviations/deviations.ts';
import { deviationProblems } from './coverage/deviation-coverage.ts';
import { glossaryProblems, glossaryRows } from './coverage/glossary-coverage.ts';
import { citationProblems, requirementProblems } from './coverage/requirement-coverage.ts';
import { filesOf, scenariosOf } from './coverage/specification.ts';
import { parameterNames, type StepDefinition, stepProblems } from './coverage/step-coverage.ts';
import { typographyProblems } from './coverage/typography.ts';

const root = resolve(__dirname, '..');
const ROOMS = ['profile', 'fixtures', 'simulators', 'features', 'reports', 'cli', 'tools'];

/**
 * The specification against itself: every requirement has a scenario or a reason, every scenario a requirement, every step
 * exactly one definition, every definition a step, every word of the glossary a place in the code; and every MUST of the
 * hub that is judged a deviation.
 */
async function main(): Promise<void> {
  const requirements = readRequirements();
  const features = filesOf(root, 'features/**/*.feature');
  const { scenarios, problems } = scenariosOf(features);
  // the library's type is opaque, its step definitions are not
  const { stepDefinitions: definitions } = (await supportCode()) as unknown as {
    readonly stepDefinitions: readonly StepDefinition[];
  };
  const sources = filesOf(root, ...ROOMS.map((room) => `${room}/**/*.ts`)).filter(
    ({ path }) => !path.endsWith('.test.ts'),
  );
  const citing = sources.filter(({ path }) => /^simulators\/.*deviations\/|^features\/checks\//.test(path));
  const found = [
    ...problems,
    ...requirementProblems(requirements, scenarios),
    ...citationProblems(requirements, citing),
    ...deviationProblems(requirements, allDeviations()),
    ...stepProblems(definitions, scenarios),
    ...typographyProblems([...features, ...filesOf(root, 'features/steps/**/*.ts')]),
    ...glossaryProblems(
      glossaryRows(readFileSync(join(root, 'docs', 'glossary.md'), 'utf8')),
      parameterNames(definitions),
      sources,
    ),
  ];
  for (const problem of found) process.stdout.write(`${problem}\n`);
  process.stdout.write(
    `${requirements.length} requirements, ${scenarios.length} scenarios, ${definitions.length} steps: ${found.length} problems\n`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
