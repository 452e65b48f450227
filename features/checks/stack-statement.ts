import { capabilities } from '../../profile/capabilities.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { lastAnswer } from './recorded.ts';

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
  const seen = answer?.body as { status?: string; environment?: string; now?: string } | undefined;
  return [
    observeEqual('réponse', 200, answer?.status),
    observeEqual('état', 'ready', seen?.status),
    observeEqual('environnement', environment, seen?.environment),
    observe(
      /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(seen?.now ?? '') && !Number.isNaN(Date.parse(seen?.now ?? '')),
      'heure du hub en UTC',
      `heure : ${show(seen?.now)}`,
    ),
  ];
}

/** These countries are participants, each under the address that it registered last (CAP-004). */
export function participantsRegistered(
  records: readonly ExchangeRecord[],
  addresses: ReadonlyMap<string, string>,
): Observation[] {
  const answer = lastAnswer(records, '/v0/participants');
  const body = answer?.body as { participants?: readonly { seat?: string; baseUrl?: string }[] } | undefined;
  const known = new Map(body?.participants?.map(({ seat, baseUrl }) => [seat, baseUrl]));
  return [...addresses].map(([country, address]) =>
    observeEqual(`adresse de remise de ${country}`, address, known.get(country)),
  );
}
