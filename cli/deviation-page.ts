import { table, tick } from '../profile/export/documents/markdown.ts';
import { readRequirements } from '../profile/export/requirements.ts';
import type { Deviation } from '../simulators/stack/deviations/deviation.ts';
import { allDeviations } from '../simulators/stack/deviations/deviations.ts';
import type { DeviationResult } from './deviation-court.ts';
import type { Kill } from './shy-search.ts';

const GENERATED =
  '<!-- Drawn by `npm run docs:deviations` from what the scenarios saw. Do not edit: run it again. -->';

/**
 * The matrix as a page for those who decide whether the suite can be trusted: French words, English names.
 * @param results of all deviations that were run; those that are not there were left to exploring, or show only under load
 */
export function deviationPage(results: readonly DeviationResult[], seed: number): string {
  const all = allDeviations();
  const resultOf = new Map(results.map((result) => [result.name, result]));
  const seen = all.filter(({ name }) => resultOf.has(name));
  const crowded = all.filter(({ underLoad }) => underLoad);
  const left = all.filter(({ name, underLoad }) => !resultOf.has(name) && !underLoad);
  const parts = [
    GENERATED,
    '# Écarts et exigences (deviations and requirements)',
    `Un écart est une façon d'être fautif que la pile de référence commet sur ordre : \`corridor stack --deviation NOM\`. ` +
      `La spécification ne vaut que si elle les voit tous. Vus à la graine ${seed} : ${killedOf(results)} écarts tués sur ` +
      `${results.length}, chacun pour les exigences que son fichier nomme ; ○ marque ce que rien n'a fait rougir.`,
    "## De l'écart à l'exigence",
    table(
      ['écart', 'comment une pile en vient là', 'exigence : scénario qui la voit violée'],
      seen.map((deviation) => seenRow(deviation, resultOf.get(deviation.name)?.killedBy ?? [])),
    ),
    "## De l'exigence à l'écart",
    table(['exigence', 'texte', 'écarts'], requirementRows(all)),
    ...(left.length === 0 ? [] : hiddenPart(left)),
    ...(crowded.length === 0 ? [] : crowdedPart(crowded)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const killedOf = (results: readonly DeviationResult[]): number =>
  results.filter(({ outcome, unproven }) => outcome === 'killed' && unproven.length === 0).length;

function seenRow({ name, why, violates }: Deviation, kills: readonly Kill[]): string[] {
  const proofs = violates.map((id) => {
    const first = kills.find(({ requirement }) => requirement === id);
    return first ? `${id} : ${tick(first.scenario)}` : `○ ${id}`;
  });
  return [tick(name), why, proofs.join('<br>')];
}

/** The requirements of the hub that are judged, each with the deviations that violate it. */
const requirementRows = (all: readonly Deviation[]): string[][] =>
  readRequirements()
    .filter(({ seat, reason }) => seat === 'hub' && reason === '')
    .map(({ id, fr }) => [
      id,
      fr,
      all
        .filter(({ violates }) => violates.includes(id))
        .map(({ name }) => tick(name))
        .join(', '),
    ]);

const hiddenPart = (left: readonly Deviation[]): string[] => [
  '## Écarts discrets',
  "Ceux-ci ne se montrent qu'après un arrêt, dans un seul ordre d'événements, pour un seul pays ou un seul contenu : les " +
    'scénarios écrits ne les voient pas, et ils ne sont pas comptés ci-dessus. Leur fichier dit ce qui les provoque.',
  table(
    ['écart', 'comment une pile en vient là', 'exigences'],
    left.map(({ name, why, violates }) => [tick(name), why, violates.join(', ')]),
  ),
];

const crowdedPart = (crowded: readonly Deviation[]): string[] => [
  '## Écarts sous charge',
  "Ceux-ci ne se montrent que sous charge : quand beaucoup de messages sont en cours à la fois, ou qu'une file est longue. Aucun " +
    'scénario ne les voit, et ils ne sont pas comptés ci-dessus ; `corridor load PLAN --deviation NOM` les montre : chaque ' +
    "invariant des livres, ou limite du plan, qu'une ligne nomme doit trouver le sien.",
  table(
    ['écart', 'comment une pile en vient là', 'exigences', 'trouvé par'],
    crowded.map(({ name, why, violates, underLoad }) => [
      tick(name),
      why,
      violates.join(', '),
      (underLoad?.foundBy ?? []).map(tick).join(', '),
    ]),
  ),
];
