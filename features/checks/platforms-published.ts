import { trackingPlatforms } from '../../profile/export/tracking-shapes.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { lastAnswer, listIn, memberOf, textIn } from './recorded.ts';

const PATH = '/v0/tracking/platforms';

/** Where platforms listen is published in the form agreed, and for each platform that the capabilities name (TRK-103). */
export function platformsPublished(records: readonly ExchangeRecord[]): Observation[] {
  const answer = lastAnswer(records, PATH);
  const read = trackingPlatforms.safeParse(answer?.body);
  const faults = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('/')} ${message}`);
  const claimed = memberOf(lastAnswer(records, '/v0/capabilities')?.body, 'trackingPlatforms');
  const listed = listIn(answer?.body, 'platforms')?.map((entry) => textIn(entry, 'platform'));
  return [
    observeEqual('réponse', 200, answer?.status),
    observe(read.success, 'plateformes conformes au schéma', `fautes : ${show(faults)}`),
    observeEqual('plateformes publiées', inOrder(claimed), inOrder(listed)),
  ];
}

/** This platform listens to devices of exactly these protocols (TRK-103). */
export function listensTo(
  records: readonly ExchangeRecord[],
  platform: string,
  protocols: readonly string[],
): Observation[] {
  const platforms = listIn(lastAnswer(records, PATH)?.body, 'platforms');
  const entry = platforms?.find((one) => textIn(one, 'platform') === platform);
  const heard = (listIn(entry, 'listeners') ?? []).map((one) => textIn(one, 'protocol'));
  return [observeEqual(`balises que ${platform} écoute`, [...protocols].sort(), [...new Set(heard)].sort())];
}

const inOrder = (list: unknown): unknown => (Array.isArray(list) ? [...list].sort() : list);
