import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import type { KeptReport } from '../kept-report.ts';
import type { Memory } from './analysis.ts';

/**
 * What a device warned of lasts this long through frames that have no room to say so: two heartbeats and some delay. Longer, and
 * a second occasion would be taken for the first. ms @source assumption
 */
const LASTS_MS = 10 * 60_000;

/** What the device itself warns of at a report, and what is to be remembered of it. */
export function lastingAlerts(
  before: Memory,
  { alerts, partial }: KeptReport,
  at: number,
): { readonly alerts: readonly AlertCode[]; readonly after: Memory } {
  if (!partial) return { alerts, after: alerts.length > 0 ? { at, alerts: alerts.join(' ') } : null };
  const lasts = before !== null && at - Number(before['at']) <= LASTS_MS;
  const said = lasts ? (String(before['alerts']).split(' ') as AlertCode[]) : [];
  return { alerts: [...said, ...alerts], after: lasts ? before : null };
}
