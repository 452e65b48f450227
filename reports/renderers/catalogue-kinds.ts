import type { ExchangeKind } from '../evidence/exchange.ts';

type KindTexts = Readonly<Record<ExchangeKind, string>>;

/** What kinds of exchanges are called, in French. */
export const kindsInFrench: KindTexts = {
  submit: 'dépôt',
  deliver: 'remise',
  pull: 'tirage',
  query: 'interrogation',
  manage: 'gestion',
  device: 'balise',
  link: 'liaison',
  service: 'service national',
};

/** What kinds of exchanges are called, in English. */
export const kindsInEnglish: KindTexts = {
  submit: 'submission',
  deliver: 'delivery',
  pull: 'pull',
  query: 'query',
  manage: 'management',
  device: 'device',
  link: 'link',
  service: 'national service',
};
