import { conversationOf } from '../../reports/evidence/conversation.ts';
import type { Misbehaviour } from './misbehaviour.ts';

/** What a simulated seat does about a movement because of the last four digits of its serial number. */
export interface MagicReference {
  /** Last four digits of the seven-digit number in the transit reference. */
  readonly ending: string;
  /** For officers, in French; the guide repeats it. */
  readonly french: string;
  /** Treats the first deliveries about the movement so, as often as `times` says (all of them without). */
  readonly delivery?: { readonly what: Misbehaviour; readonly times?: number };
  /** At release, the office of destination reports arrival and this result. */
  readonly control?: { readonly result: 'A1' | 'B1'; readonly differences: readonly object[] };
  /** Answers an enquiry so, whatever the book says. */
  readonly enquiry?: { readonly code: string; readonly text?: string };
}

/**
 * The branches that a tester by hand can trigger. They live in the simulator alone, and only a seat started with
 * `magicReferences` knows them: no stack, check or generator can treat such a reference differently.
 * @source assumption - after the test card numbers of payment systems
 */
export const magicReferences: readonly MagicReference[] = [
  {
    ending: '9001',
    french: "n'accuse jamais réception : la remise reste sans réponse",
    delivery: { what: { kind: 'hang' } },
  },
  {
    ending: '9002',
    french: 'momentanément indisponible (503) deux fois, puis accepte',
    delivery: { what: { kind: 'status', status: 503 }, times: 2 },
  },
  {
    ending: '9003',
    french: 'refuse chaque message (422) : itinéraire inconnu',
    delivery: { what: { kind: 'refuse', code: 'UNKNOWN_ITINERARY', pointer: '/payload/itinerary/corridor' } },
  },
  {
    ending: '9004',
    french: "à la mainlevée, le bureau de destination annonce l'arrivée et constate des différences (B1)",
    control: {
      result: 'B1',
      differences: [{ pointer: '/items/0/packages/count', found: 'un colis manquant' }],
    },
  },
  {
    ending: '9005',
    french: 'répond à un avis de recherche : aucune trace (code 1)',
    enquiry: { code: '1' },
  },
  {
    ending: '9006',
    french: "à la mainlevée, le bureau de destination annonce l'arrivée, conforme (A1)",
    control: { result: 'A1', differences: [] },
  },
  {
    ending: '9007',
    french: 'répond à un avis de recherche : arrivé, résultats à suivre (code 4)',
    enquiry: { code: '4', text: 'Résultats du contrôle à suivre.' },
  },
  {
    ending: '9008',
    french:
      "enregistre le message, mais la première réponse se perd : l'expéditeur doit le répéter sans le changer",
    delivery: { what: { kind: 'lost-answer' }, times: 1 },
  },
];

const NUMBER_OF_REFERENCE = /^[0-9]{2}[A-Z]{2}[0-9][A-Z0-9]{4}[A-Z][0-9]{3}([0-9]{4})[0-9]$/;

/** The magic references as one seat applies them; it counts what was to happen only so many times. */
export class MagicReferences {
  readonly #seen = new Map<string, number>();

  /** How to treat a delivery with this body, or undefined for the usual way. */
  misbehaviourFor(body: unknown): Misbehaviour | undefined {
    const reference = conversationOf(body);
    const delivery = reference === undefined ? undefined : magicOf(reference)?.delivery;
    if (reference === undefined || !delivery) return undefined;
    const times = (this.#seen.get(reference) ?? 0) + 1;
    this.#seen.set(reference, times);
    return delivery.times === undefined || times <= delivery.times ? delivery.what : undefined;
  }

  /** The control result at destination, when it is to come by itself. */
  controlFor(reference: string): MagicReference['control'] {
    return magicOf(reference)?.control;
  }

  enquiryAnswerFor(reference: string): MagicReference['enquiry'] {
    return magicOf(reference)?.enquiry;
  }
}

function magicOf(reference: string): MagicReference | undefined {
  const ending = NUMBER_OF_REFERENCE.exec(reference)?.[1];
  return ending === undefined ? undefined : magicReferences.find((magic) => magic.ending === ending);
}
