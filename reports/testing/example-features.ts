import type { JudgedFinding, RoadPlace, Verdict } from '../evidence/run.ts';
import type { RequirementRow } from '../model/run-model.ts';

/** French texts of the example run; the last one is hostile on purpose. */
export const exampleFeatures: Readonly<Record<string, string>> = {
  'depart/avis.feature': `# language: fr
Fonctionnalité: Notification du transit

  Contexte:
    Étant donné que les quatre pays sont reliés au hub

  @RTE-003
  Règle: Chaque administration de la route est informée une fois, et aucune autre

    @nominal
    Scénario: de Lomé à Ouagadougou, le pays de destination est informé
      Étant donné un mouvement "Lomé-Cinkansé-Ouagadougou"
      Quand le bureau de départ accorde la mainlevée
      Alors les administrations informées sont exactement: Burkina Faso

    @nominal
    Scénario: un transit de Ouagadougou à Niamey ne regarde pas le Togo
      Étant donné un mouvement "Ouagadougou-Niamey" par Kantchari
      Quand le bureau de départ accorde la mainlevée
      Alors les administrations informées sont exactement: Niger
`,
  'passage/frontiere.feature': `# language: fr
Fonctionnalité: Passage de la frontière

  @PAS-001 @hypothese
  Plan du scénario: le passage à <bureau> parvient au bureau de départ
    Les heures d'ouverture du bureau sont supposées.

    Étant donné un mouvement "Lomé-Cinkansé-Ouagadougou"
    Quand le bureau de <bureau> enregistre le passage
    Alors le bureau de départ reçoit l'avis de passage

    Exemples:
      | bureau          |
      | Cinkansé Togo   |
      | Cinkansé Faso   |

  @ERR-002
  Scénario: un avis sans nombre de scellés est refusé à sa place
    Étant donné un avis de transit où manque:
      | champ     | valeur |
      | sealCount | absent |
    Quand le bureau de départ l'envoie
    Alors il est refusé avec le code "MISSING_FIELD" sur "/payload/sealCount"

  @DLV-002
  Scénario: la remise reprend après une coupure
    Étant donné un mouvement "Lomé-Cinkansé-Ouagadougou"
    Quand la liaison du Burkina Faso tombe
    Alors le message attend puis arrive

  @SEC-001
  Scénario: une remise sans signature est refusée
    Étant donné un message sans signature
    Alors il est refusé

  @PAS-002
  Scénario: la durée au bureau se calcule
    Étant donné un passage enregistré
    Quand le banc se trompe
    Alors la durée au bureau est connue
`,
  'echange/hostile.feature': `# language: fr
Fonctionnalité: <img src=x onerror="window.hacked=1">

  Règle: </script><script>window.hacked=2</script>

    Scénario: "><svg onload=window.hacked=3> '\`&amp; \${window.hacked=4}
      Étant donné un champ:
        | <b>gras</b> | </textarea><script>window.hacked=5</script> |
        | --> | <!-- <script> |
      Alors rien ne s'exécute
`,
};

/** How an example scenario ends, by its name. */
export interface ExampleEnd {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly findings: readonly JudgedFinding[];
  readonly corridor?: string;
  readonly conversations: readonly string[];
  /** Points of the road, where the example has a road of its own. */
  readonly road?: readonly RoadPlace[];
}

const LOME = 'LOME-CINKANSE-OUAGADOUGOU';
export const HOSTILE_NAME = `"><svg onload=window.hacked=3> '\`&amp; $\{window.hacked=4}`;

const judged = (
  requirement: string,
  verdict: JudgedFinding['verdict'],
  expected: string,
  observed: string,
): JudgedFinding => ({
  requirement,
  verdict,
  expected,
  observed,
});

const passed = (id: string, conversation: string, requirement: string): ExampleEnd => ({
  id,
  verdict: 'pass',
  findings: [
    judged(requirement, 'pass', "l'avis parvient une fois à chaque pays de la route", 'BF : une remise'),
  ],
  corridor: LOME,
  conversations: [conversation],
});

/** The plan of the example run. */
export const exampleEnds: Readonly<Record<string, ExampleEnd>> = {
  'de Lomé à Ouagadougou, le pays de destination est informé': passed(
    'depart/avis#de-lome-a-ouagadougou-le-pays-de-destination-est-informe',
    '26TG0LOM1T00000014',
    'RTE-003',
  ),
  'un transit de Ouagadougou à Niamey ne regarde pas le Togo': {
    id: 'depart/avis#un-transit-de-ouagadougou-a-niamey-ne-regarde-pas-le-togo',
    verdict: 'fail',
    findings: [
      judged('RTE-003', 'pass', 'NE reçoit un avis', 'un avis'),
      {
        ...judged('RTE-003', 'fail', "TG n'est pas informé", 'un avis de transit remis à TG'),
        message: '0192f0c1-0000-7000-8000-000000000021',
      },
    ],
    corridor: 'OUAGADOUGOU-NIAMEY-KANTCHARI',
    conversations: ['26BF0OUA1T00000027'],
  },
  'le passage à Cinkansé Togo parvient au bureau de départ': passed(
    'passage/frontiere#le-passage-a-bureau-parvient-au-bureau-de-depart/1',
    '26TG0LOM1T00000031',
    'PAS-001',
  ),
  'le passage à Cinkansé Faso parvient au bureau de départ': passed(
    'passage/frontiere#le-passage-a-bureau-parvient-au-bureau-de-depart/2',
    '26TG0LOM1T00000032',
    'PAS-001',
  ),
  'un avis sans nombre de scellés est refusé à sa place': {
    id: 'passage/frontiere#un-avis-sans-nombre-de-scelles-est-refuse-a-sa-place',
    verdict: 'fail',
    findings: [
      {
        ...judged(
          'ERR-002',
          'fail',
          'MISSING_FIELD sur /payload/sealCount',
          'MISSING_FIELD sur /payload/seals',
        ),
        pointer: '/payload/sealCount',
        message: '0192f0c1-0000-7000-8000-000000000041',
      },
    ],
    corridor: LOME,
    conversations: ['26TG0LOM1T00000041'],
  },
  'la remise reprend après une coupure': {
    id: 'passage/frontiere#la-remise-reprend-apres-une-coupure',
    verdict: 'inconclusive',
    reason: 'La liaison avec le hub est tombée pendant le scénario.',
    findings: [],
    corridor: LOME,
    conversations: ['26TG0LOM1T00000052'],
  },
  'une remise sans signature est refusée': {
    id: 'passage/frontiere#une-remise-sans-signature-est-refusee',
    verdict: 'not-applicable',
    reason: 'La cible ne déclare pas la classe « sécurité ».',
    findings: [],
    conversations: [],
  },
  'la durée au bureau se calcule': {
    id: 'passage/frontiere#la-duree-au-bureau-se-calcule',
    verdict: 'error',
    reason: 'TypeError: le banc se trompe',
    findings: [],
    conversations: [],
  },
  [HOSTILE_NAME]: {
    id: 'echange/hostile#<script>window.hacked=6</script>"\'',
    verdict: 'fail',
    findings: [
      judged(
        '<i>REQ</i>',
        'fail',
        '<script>window.hacked=7</script>',
        '\u202e\u0000"\' onmouseover=window.hacked=8',
      ),
    ],
    conversations: ['hostile'],
  },
};

const requirement = (
  id: string,
  level: string,
  seat: string,
  of: string,
  fr: string,
  en: string,
  reason = '',
): RequirementRow => ({
  id,
  level,
  seat,
  class: of,
  clause: 'binding §1',
  fr,
  en,
  source: id === 'DLV-002' ? 'assumption' : 'profile decision P01',
  reason,
});

/** Rows of a small register, in the shape of `profile/requirements.csv`. */
export const exampleRequirements: readonly RequirementRow[] = [
  requirement(
    'RTE-003',
    'MUST',
    'hub',
    'base',
    "Chaque administration de l'itinéraire reçoit l'avis une fois, et aucune autre.",
    'Each administration on the itinerary receives the notice once, and no other does.',
  ),
  requirement(
    'PAS-001',
    'MUST',
    'hub',
    'base',
    'Chaque avis de passage parvient au bureau de départ.',
    'Each border passage reaches the office of departure.',
  ),
  requirement(
    'PAS-002',
    'SHOULD',
    'customs',
    'base',
    'La durée au bureau de passage peut se calculer.',
    'The dwell at the office of passage can be computed.',
  ),
  requirement(
    'ERR-002',
    'MUST',
    'hub',
    'base',
    'Un refus nomme le code et le champ en cause.',
    'A refusal names the code and the field at fault.',
  ),
  requirement(
    'DLV-002',
    'MUST',
    'hub',
    'base',
    'Une remise interrompue est reprise.',
    'An interrupted delivery is taken up again.',
  ),
  requirement(
    'SEC-001',
    'MUST',
    'hub',
    'security',
    'Une remise non signée est refusée.',
    'An unsigned delivery is refused.',
  ),
  requirement(
    'TRK-001',
    'SHOULD',
    'customs',
    'tracking',
    'La position du camion est connue.',
    'The position of the truck is known.',
    'Les balises viennent plus tard.',
  ),
  requirement(
    'REF-001',
    'MUST',
    'hub',
    'reference-data',
    'Les bureaux sont publiés.',
    'Offices are published.',
  ),
];
