import type { GherkinDocument, Pickle, Scenario } from '@cucumber/messages';

/** Lower-case ASCII words joined by hyphens: `Entrée au Mali` -> `entree-au-mali`. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `features/depart/mainlevee.feature` -> `depart/mainlevee`. */
export const featureId = (uri: string): string =>
  uri
    .replaceAll('\\', '/')
    .replace(/^(?:.*\/)?features\//, '')
    .replace(/\.feature$/, '');

/**
 * The stable id of a scenario: feature path, slug of its name, and the row when it comes from a table of examples.
 * It does not move when a scenario is added above it.
 */
export function scenarioId(document: GherkinDocument, pickle: Pick<Pickle, 'uri' | 'astNodeIds'>): string {
  const scenario = scenariosOf(document).find(({ id }) => pickle.astNodeIds.includes(id));
  const base = `${featureId(pickle.uri)}#${slug(scenario?.name ?? '')}`;
  const rows = scenario?.examples.flatMap(({ tableBody }) => tableBody) ?? [];
  const row = rows.findIndex(({ id }) => pickle.astNodeIds.includes(id));
  return row < 0 ? base : `${base}/${row + 1}`;
}

function scenariosOf(document: GherkinDocument): Scenario[] {
  const children = document.feature?.children ?? [];
  const inRules = children.flatMap(({ rule }) => rule?.children ?? []);
  return [...children, ...inRules].flatMap(({ scenario }) => (scenario ? [scenario] : []));
}
