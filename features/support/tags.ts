import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRequirements } from '../../profile/export/requirements.ts';
import { plan, type Selection } from './cucumber.ts';
import { HarnessError } from './errors.ts';
import { near } from './near.ts';
import { packageRoot } from './package-root.ts';

const OPERATORS = new Set(['and', 'or', 'not']);
const REQUIREMENT = /^@([A-Z]{3}-\d{3})$/;

/**
 * Refuses a tag expression that cannot be read, names a tag that no scenario carries, or selects nothing: a word
 * mistyped must not pass for a run.
 * @throws HarnessError `TAGS_NOT_READ`, `UNKNOWN_TAG` or `NO_SCENARIO`
 */
export async function insistOnTags(tags: string, selection: Selection): Promise<void> {
  const selected = await plan(selection).catch((error: unknown) => {
    throw error instanceof HarnessError ? error : notRead(tags);
  });
  const known = tagsOfScenarios();
  const unknown = tags
    .split(/[\s()]+/)
    .filter((word) => word !== '' && !OPERATORS.has(word) && !known.has(word));
  const [first] = unknown;
  if (first !== undefined) throw unknownTag(first, known);
  if (selected.length > 0) return;
  throw new HarnessError(
    'NO_SCENARIO',
    `Aucun scénario ne répond à « ${tags} ».`,
    'Chaque étiquette existe, mais aucun scénario ne les réunit ainsi ; essayez « or ».',
  );
}

const notRead = (tags: string): HarnessError =>
  new HarnessError(
    'TAGS_NOT_READ',
    `L'expression d'étiquettes « ${tags} » ne se lit pas.`,
    'Elle se compose d\'étiquettes, de and, or, not et de parenthèses : "@nominal and not (@RTE-003 or @horloge)".',
  );

function unknownTag(tag: string, known: ReadonlySet<string>): HarnessError {
  const id = REQUIREMENT.exec(tag)?.[1];
  const requirement = id === undefined ? undefined : readRequirements().find((row) => row.id === id);
  const alike = near(tag, known);
  const proposed = alike.length > 0 ? `Voulez-vous dire : ${alike.join(', ')} ?` : undefined;
  const hint = requirement?.reason ? `L'exigence n'est pas jouée : ${requirement.reason}` : proposed;
  return new HarnessError(
    'UNKNOWN_TAG',
    `Aucun scénario ne porte l'étiquette « ${tag} ».`,
    hint ??
      'Les étiquettes sont dans features/**/*.feature ; les exigences, dans docs/profile/requirements.md.',
  );
}

function tagsOfScenarios(): ReadonlySet<string> {
  const files = globSync('features/**/*.feature', { cwd: packageRoot });
  const texts = files.map((file) => readFileSync(join(packageRoot, file), 'utf8'));
  return new Set(
    texts.flatMap((text) => text.match(/^\s*@.*$/gm) ?? []).flatMap((line) => line.trim().split(/\s+/)),
  );
}
