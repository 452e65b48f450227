import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../../support/package-root.ts';
import { insistOnPlayFile } from './play-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'corridor-play-file-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const HEAD = '# language: fr\nFonctionnalité: x\n  Scénario: y\n';
const MOVEMENTS = `    Étant donné les mouvements suivants:
      | mouvement | corridor                           | graine | garantie |
      | 1         | de Lomé à Ouagadougou par Cinkansé | 1      | fonds    |
`;
const moves = (message: string) => `    Quand ces faits se succèdent:
      | n° | mouvement | qui  | message    | précision | issue   |
      | 1  | 1         | Togo | ${message} |           | accepté |
`;
const JUDGED = '    Alors chaque issue est celle du tableau, et les registres sont conformes au profil\n';

test('a sequence that is understood, and scenarios of other steps, may be played', async () => {
  await insistOnPlayFile(written('ok.feature', HEAD + MOVEMENTS + moves('avis de transit') + JUDGED));
  await insistOnPlayFile(written('other.feature', `${HEAD}    Étant donné une chose inconnue\n`));
  await insistOnPlayFile(join(packageRoot, 'features/echange/suites.feature'));
});

test('a word that is not understood is wrong usage, with file, scenario, row and the words known', async () => {
  const path = written('typo.feature', HEAD + MOVEMENTS + moves('avis de transite') + JUDGED);
  await assert.rejects(insistOnPlayFile(path), {
    code: 'UNKNOWN_WORD',
    exitCode: 4,
    message:
      /typo\.feature, scénario « y » : « ces faits se succèdent: » Ligne 1 du tableau, colonne « message » : .*avis de transite/,
    hint: /avis de transit, mainlevée/,
  });
});

test('what is no feature, has no scenario, lacks a step or cannot be read is wrong usage', async () => {
  mkdirSync(join(folder, 'folder.feature'));
  const refusals = {
    FEATURE_NOT_READ: [
      written('text.feature', 'hello\n\u0000'),
      written('english.feature', 'Feature: x\n  Scenario: y\n    Given a\n'),
      join(folder, 'folder.feature'),
      join(folder, 'nowhere.feature'),
    ],
    NO_SCENARIO: [
      written('empty.feature', ''),
      written('none.feature', '# language: fr\nFonctionnalité: x\n'),
    ],
    SCENARIO_ORDER: [
      written('no-then.feature', HEAD + MOVEMENTS + moves('avis de transit')),
      written('no-given.feature', HEAD + moves('avis de transit') + JUDGED),
    ],
    OVER_LIMIT: [written('large.feature', `${HEAD}${'#\n'.repeat(3_000_000)}`)],
  };
  for (const [code, paths] of Object.entries(refusals))
    for (const path of paths) await assert.rejects(insistOnPlayFile(path), { code, exitCode: 4 }, path);
});
