import { defineParameterType } from '@cucumber/cucumber';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { ServiceProblemCode } from '../../../profile/services/service-problems.ts';
import {
  contradiction,
  down,
  emptyBody,
  flapping,
  hugeBody,
  late,
  notJson,
  otherKey,
  refuses,
  type ServiceFaultOnce,
  silent,
  slow,
  wrongContent,
  wrongYear,
} from '../../../simulators/services/index.ts';
import { anyOf, definePhrases } from '../phrases.ts';
import { meaningOf } from '../words.ts';

/** What officers call each service. */
export const SERVICES: Readonly<Record<string, ServiceName>> = {
  'le registre des contribuables': 'taxpayer-register',
  'le registre des véhicules': 'vehicle-register',
  'le guichet unique': 'single-window',
  'le tarif': 'tariff',
  'le registre de la CCI-Togo': 'guarantee-register-tg',
  'le registre de la caution unique': 'guarantee-register-aes',
};

/** `du tarif` for `de le tarif`: what follows a preposition. */
const CONTRACTED = Object.fromEntries(
  Object.entries(SERVICES).flatMap(([phrase, name]) => [
    [phrase, name],
    [phrase.replace(/^le /, 'du '), name],
    [phrase.replace(/^le /, 'au '), name],
  ]),
);

definePhrases('service', CONTRACTED);

/** How a service behaves from now on; some behaviours speak of what a movement declares. */
export type Behaviour = (movement: Movement) => ServiceFaultOnce;

/** Slower than a second, well within the 5 s of the profile. */
const SLOW_MS = 700;
/** Real time: the stack gives a call under way a second of it when its clock is moved over the limit. */
const LATE_MS = 2_500;

/** Ways of failing that may be counted: `une fois`, `deux fois`. */
const FAILING: Readonly<Record<string, (times?: number) => ServiceFaultOnce>> = {
  'est en panne': (times) => down(counted(times)),
  'est muet': (times) => silent(counted(times)),
  'répond 500': (times) => down({ status: 500, ...counted(times) }),
  'répond 503': (times) => down({ status: 503, ...counted(times) }),
  'répond 408': (times) => down({ status: 408, ...counted(times) }),
  'répond 429': (times) => down({ status: 429, ...counted(times) }),
  'répond 403 sans motif': (times) => down({ status: 403, ...counted(times) }),
  'répond lentement': () => slow({ ms: SLOW_MS }),
  'répond après le délai': (times) => late({ ms: LATE_MS, ...counted(times) }),
  'répond une fois sur deux': () => flapping({ failures: 1 }),
  'répond autre chose que ce qui est convenu': (times) => wrongContent(counted(times)),
  "répond pour l'année précédente": (times) => wrongYear(counted(times)),
  'répond sans rien dire': (times) => emptyBody(counted(times)),
  'répond par une page web': (times) => notJson(counted(times)),
  "répond à propos d'autre chose": (times) => otherKey(counted(times)),
  'répond beaucoup trop long': (times) => hugeBody(counted(times)),
};

const counted = (times?: number): { times?: number } => (times === undefined ? {} : { times });

const principalOf = ({ notice }: Movement): string => notice.principal.taxId ?? '';
const consigneeOf = ({ notice }: Movement): string => notice.consignee.taxId ?? '';
const plateOf = ({ notice }: Movement): string => notice.vehicle.plate;
const trailerOf = ({ notice }: Movement): string => notice.vehicle.trailerPlate ?? '';
const dayBefore = ({ notice }: Movement, days: number): string =>
  new Date(Date.parse(notice.itinerary.legs[0]?.plannedAt ?? '') - days * 86_400_000)
    .toISOString()
    .slice(0, 10);
const grams = (kg: number): number => Math.round(kg * 1000) / 1000;

const saying =
  (status: string, of: (movement: Movement) => string): Behaviour =>
  (movement) =>
    contradiction({ says: { status }, about: of(movement) });
const unknown =
  (code: ServiceProblemCode, of?: (movement: Movement) => string): Behaviour =>
  (movement) =>
    refuses({ code, ...(of ? { about: of(movement) } : {}) });
const bill =
  (says: (notice: Movement['notice']) => Record<string, number | string[]>): Behaviour =>
  ({ notice }) =>
    contradiction({ says: says(notice) });

/** What a service says otherwise than the T1. */
const SAYING: Readonly<Record<string, Behaviour>> = {
  'dit le principal obligé suspendu': saying('SUSPENDED', principalOf),
  'dit le principal obligé radié': saying('CEASED', principalOf),
  'dit le destinataire suspendu': saying('SUSPENDED', consigneeOf),
  'ne connaît pas le principal obligé': unknown('UNKNOWN_TAXPAYER', principalOf),
  'dit le camion suspendu': saying('SUSPENDED', plateOf),
  'dit la remorque suspendue': saying('SUSPENDED', trailerOf),
  "dit l'agrément du camion expiré": saying('EXPIRED', plateOf),
  "dit le camion agréé jusqu'au mois dernier": (movement) =>
    contradiction({ says: { approvedUntil: dayBefore(movement, 45) }, about: plateOf(movement) }),
  'ne connaît pas le camion': unknown('UNKNOWN_VEHICLE', plateOf),
  'compte un colis de plus': bill(({ totalPackages }) => ({ packages: totalPackages + 1 })),
  'trouve une masse de 10 % inférieure': bill(({ totalGrossMassKg }) => ({
    grossMassKg: grams(totalGrossMassKg * 0.9),
  })),
  'trouve une masse de 0,3 % inférieure': bill(({ totalGrossMassKg }) => ({
    grossMassKg: grams(totalGrossMassKg * 0.997),
  })),
  'ne porte aucun conteneur au connaissement': bill(() => ({ containers: [] })),
  'ne connaît pas le connaissement': unknown('UNKNOWN_BILL'),
  'interdit le transit de la marchandise': () => contradiction({ says: { prohibitedInTransit: true } }),
  'ne connaît pas la position tarifaire': unknown('UNKNOWN_HS_CODE'),
  'répond après le délai une fois, et dit alors le camion suspendu': () =>
    late({ ms: LATE_MS, times: 1, says: { status: 'SUSPENDED' } }),
  'affecte, et sa réponse se perd': () => down({ done: true }),
  'affecte, et répond après le délai': () => late({ ms: LATE_MS, done: true }),
};

const TIMES: Readonly<Record<string, number>> = { une: 1, deux: 2, trois: 3, quatre: 4 };

/** What a service does from now on: fails in a way, so many times of each request; or says otherwise than the T1. */
defineParameterType({
  name: 'service_behaviour',
  regexp: new RegExp(
    `(?:${anyOf(Object.keys(SAYING))}|refuse \\([A-Z0-9_]+\\)|(?:${anyOf(Object.keys(FAILING))})(?: (?:une|deux|trois|quatre) fois)?)`,
  ),
  transformer: (phrase: string): Behaviour => {
    const says = SAYING[phrase];
    if (says) return says;
    const code = /^refuse \((\w+)\)$/.exec(phrase)?.[1];
    if (code !== undefined) return () => refuses({ code: code as ServiceProblemCode });
    const [, way = phrase, word] = /^(.*?)(?: (une|deux|trois|quatre) fois)?$/.exec(phrase) ?? [];
    const fault = meaningOf('Panne', way, FAILING);
    return () => fault(word === undefined ? undefined : TIMES[word]);
  },
});
