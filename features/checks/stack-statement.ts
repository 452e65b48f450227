import { capabilities } from '../../profile/capabilities.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { lastAnswer, listIn, memberOf, textIn } from './recorded.ts';

/** The stack publishes its capabilities in the form agreed, and speaks this version of the profile (CAP-001). */
export function capabilitiesPublished(records: readonly ExchangeRecord[], version: string): Observation[] {
  const answer = lastAnswer(records, '/v0/capabilities');
  const read = capabilities.safeParse(answer?.body);
  const faults = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('/')} ${message}`);
  return [
    observeEqual('réponse', 200, answer?.status),
    observe(read.success, 'capacités conformes au schéma', `fautes : ${show(faults)}`),
    observe(
      read.success && read.data.profileVersions.includes(version),
      `version ${version} du profil`,
      `versions : ${show(read.data?.profileVersions)}`,
    ),
  ];
}

/** Health says ready, in this environment, at a time in UTC (CAP-003). */
export function healthy(records: readonly ExchangeRecord[], environment: string): Observation[] {
  const answer = lastAnswer(records, '/v0/health');
  const now = textIn(answer?.body, 'now');
  return [
    observeEqual('réponse', 200, answer?.status),
    observeEqual('état', 'ready', memberOf(answer?.body, 'status')),
    observeEqual('environnement', environment, memberOf(answer?.body, 'environment')),
    observe(
      /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(now) && !Number.isNaN(Date.parse(now)),
      'heure du hub en UTC',
      `heure : ${show(memberOf(answer?.body, 'now'))}`,
    ),
  ];
}

/** These countries are participants, each under the address that it registered last (CAP-004). */
export function participantsRegistered(
  records: readonly ExchangeRecord[],
  addresses: ReadonlyMap<string, string>,
): Observation[] {
  const answer = lastAnswer(records, '/v0/participants');
  const known = new Map(listIn(answer?.body, 'participants')?.map(({ seat, baseUrl }) => [seat, baseUrl]));
  return [...addresses].map(([country, address]) =>
    observeEqual(`adresse de remise de ${country}`, address, known.get(country)),
  );
}

/** The capabilities claim a class and name all these messages, by their names in the profile (CAP-002). */
export function classClaimed(
  records: readonly ExchangeRecord[],
  name: string,
  messages: readonly string[],
): Observation[] {
  const body = lastAnswer(records, '/v0/capabilities')?.body;
  const list = (key: string): unknown[] => {
    const member = memberOf(body, key);
    return Array.isArray(member) ? member : [];
  };
  const missing = messages.filter((message) => !list('messages').includes(message));
  return [
    observe(list('classes').includes(name), `classe ${name}`, `classes : ${show(memberOf(body, 'classes'))}`),
    observe(missing.length === 0, `messages de la classe ${name}`, `messages absents : ${show(missing)}`),
  ];
}

/** Capabilities and health name the same environment (CAP-005). */
export function sameEnvironment(records: readonly ExchangeRecord[]): Observation[] {
  const claimed = memberOf(lastAnswer(records, '/v0/capabilities')?.body, 'environment');
  const told = memberOf(lastAnswer(records, '/v0/health')?.body, 'environment');
  return [
    observe(typeof claimed === 'string', 'un environnement dans les capacités', show(claimed)),
    observeEqual('environnement que dit la santé', claimed, told),
  ];
}
