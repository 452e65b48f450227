import type { ObservedExchange } from '../evidence/observed-exchange.ts';
import type { ExampleEnd } from './example-features.ts';
import type { ExampleParts } from './example-run.ts';
import { hop, noticePayload } from './example-traffic.ts';

const STAGES = ['depart', 'passage', 'arrivee', 'apurement', 'garantie', 'echange'] as const;
const ROWS = 50;

/**
 * A run of many scenarios for measuring: tables of 50 rows, ten exchanges a scenario, every 200th scenario red.
 * @param count scenarios, a multiple of 50
 */
export function largeRun(count: number): ExampleParts {
  const features: Record<string, string> = {};
  const ends: Record<string, ExampleEnd> = {};
  const traffic: ObservedExchange[] = [];
  for (let table = 0; table < count / ROWS; table += 1) {
    const path = `${STAGES[table % STAGES.length]}/serie-${table + 1}`;
    features[`${path}.feature`] = featureText(table);
    for (let row = 1; row <= ROWS; row += 1) {
      const number = table * ROWS + row;
      const conversation = `26TG0LOM1T${String(number).padStart(8, '0')}`;
      ends[`série ${table + 1}, le mouvement numéro ${row} suit son cours`] = endOf(
        `${path}#le-mouvement/${row}`,
        number,
        conversation,
      );
      traffic.push(...exchangesOf(number, conversation));
    }
  }
  return { features, ends, traffic };
}

function featureText(table: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `      | ${row + 1} |`).join('\n');
  return `# language: fr
Fonctionnalité: Série ${table + 1}

  @RTE-003
  Plan du scénario: série ${table + 1}, le mouvement numéro <numéro> suit son cours
    Étant donné un mouvement "Lomé-Cinkansé-Ouagadougou"
    Et que ses scellés sont intacts
    Quand le bureau de départ accorde la mainlevée
    Alors les administrations informées sont exactement: Burkina Faso

    Exemples:
      | numéro |
${rows}
`;
}

function endOf(id: string, number: number, conversation: string): ExampleEnd {
  const verdict = number % 200 === 0 ? 'fail' : 'pass';
  const finding = {
    requirement: 'RTE-003',
    verdict,
    expected: 'BF reçoit un avis',
    observed: verdict === 'pass' ? 'un avis' : 'rien',
  } as const;
  return {
    id,
    verdict,
    findings: [finding],
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    conversations: [conversation],
  };
}

function exchangesOf(number: number, conversation: string): ObservedExchange[] {
  return [0, 1, 2, 3, 4].flatMap((step) => {
    const sent = {
      number: number * 10 + step,
      type: ['AT01', 'AT02', 'AT05', 'AT07', 'AT08'][step] ?? 'AT01',
      sender: 'TG',
      conversation,
      payload: noticePayload(conversation),
    };
    return [hop(sent, 'TG', 'hub'), hop(sent, 'hub', 'BF')];
  });
}
