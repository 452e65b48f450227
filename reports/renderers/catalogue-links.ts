/** What befalls the network between two seats, in the words of a report. */
export interface LinkTexts {
  /** A fault of a link by its name; one that is not here stands under its own name. */
  readonly faults: Readonly<Record<string, string>>;
  /** Values of faults by their names. */
  readonly values: Readonly<Record<string, string>>;
  readonly begun: string;
  readonly ended: string;
  /** What a fault did to one message, by its name. */
  readonly struck: Readonly<Record<string, string>>;
  /** A message that was held, and what was answered when it arrived. */
  readonly arrived: (status: number) => string;
}

export const linksInFrench: LinkTexts = {
  faults: {
    latency: 'lente',
    bandwidth: 'étroite',
    cut: 'coupée',
    'half-open': 'muette',
    reset: 'connexions rompues',
    flapping: 'instable',
    'lost-request': 'messages perdus',
    'lost-answer': 'réponses perdues',
    duplicate: 'messages doublés',
    'hold-back': 'messages retenus',
    reorder: 'ordre changé',
    truncated: 'messages tronqués',
    garbled: 'messages brouillés',
  },
  values: {
    ms: 'ms :',
    jitterMs: 'écart en ms :',
    kilobytesPerSecond: 'ko/s :',
    count: 'nombre :',
    probability: 'probabilité :',
    downMs: 'coupée en ms :',
    upMs: 'rétablie en ms :',
  },
  begun: 'liaison',
  ended: 'fin, liaison',
  struck: {
    'lost-request': 'message perdu',
    'lost-answer': 'réponse perdue',
    duplicate: 'message doublé',
    'hold-back': 'message retenu',
    reorder: 'ordre changé',
    truncated: 'message tronqué',
    garbled: 'message brouillé',
  },
  arrived: (status) => `arrivé après coup : ${status}`,
};

export const linksInEnglish: LinkTexts = {
  faults: {
    latency: 'slow',
    bandwidth: 'narrow',
    cut: 'cut',
    'half-open': 'half-open',
    reset: 'connections reset',
    flapping: 'flapping',
    'lost-request': 'messages lost',
    'lost-answer': 'answers lost',
    duplicate: 'messages doubled',
    'hold-back': 'messages held back',
    reorder: 'order changed',
    truncated: 'messages truncated',
    garbled: 'messages garbled',
  },
  values: {
    ms: 'ms:',
    jitterMs: 'jitter in ms:',
    kilobytesPerSecond: 'kB/s:',
    count: 'count:',
    probability: 'probability:',
    downMs: 'cut for ms:',
    upMs: 'whole for ms:',
  },
  begun: 'link',
  ended: 'end, link',
  struck: {
    'lost-request': 'message lost',
    'lost-answer': 'answer lost',
    duplicate: 'message doubled',
    'hold-back': 'message held back',
    reorder: 'order changed',
    truncated: 'message truncated',
    garbled: 'message garbled',
  },
  arrived: (status) => `arrived afterwards: ${status}`,
};
