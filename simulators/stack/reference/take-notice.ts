import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { ReferenceDataNoticePayload } from '../../../profile/messages/reference-data-notice.ts';
import type { Received } from '../intake/received.ts';
import { finding } from '../ledger/step.ts';
import type { Work } from '../outbox/work.ts';
import { insertNotice, type PublishedNotice } from './reference-table.ts';

/** What becomes of published reference data: refused, or kept and to be taken up after the commit. */
export type Taken = { readonly findings: WireFinding[] } | { readonly published: PublishedNotice };

/** A country publishes data of its own, each version once. */
export async function takeNotice(unit: Work, received: Received): Promise<Taken> {
  const { message } = received;
  const { country, version, effectiveFrom, content } =
    message.payload as unknown as ReferenceDataNoticePayload;
  const owned = country === message.sender ? [] : [finding('NOT_THE_OWNER')];
  const findings = unit.context.hooks.onRefusal(owned, received, null);
  if (findings.length > 0) return { findings };
  const published = { country, version, effectiveFrom: Date.parse(effectiveFrom), content };
  if (await insertNotice(unit.transaction, published)) return { published };
  return { findings: [finding('VERSION_OUT_OF_ORDER', '/payload/version')] };
}
