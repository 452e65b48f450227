import { FixtureError } from '../../fixtures/fixture-error.ts';
import type { LoadPlan } from '../../fixtures/load/plan.ts';
import { schedule } from '../../fixtures/load/schedule.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import { LinkError, type LinkFault, readFault } from '../../simulators/links/index.ts';
import { UsageError } from '../failure.ts';

const HINT = 'Correct the plan; docs/guides/charge.md explains each field.';

/**
 * What a schema cannot see of a plan: that its corridors, countries, offices and faults exist, and that anything moves at all.
 * @throws UsageError `PLAN_NOT_VALID`
 */
export function checkPlan(plan: LoadPlan, reference: FixtureReferenceData): void {
  if (plan.departures.length + plan.convoys.length === 0)
    throw refused(plan, 'departures and convoys are both empty, so that nothing moves');
  for (const { country, fault } of plan.links) {
    if (!reference.countries.has(country)) throw refused(plan, `links: there is no country "${country}"`);
    try {
      readFault(fault as LinkFault);
    } catch (error) {
      if (error instanceof LinkError) throw refused(plan, `links: ${error.message.replace(/\.$/, '')}`);
      throw error;
    }
  }
  try {
    // The first movement needs every corridor and office that the plan names.
    schedule({ plan, reference, seed: 1, salt: 'check', at: 0 }).next();
  } catch (error) {
    if (error instanceof FixtureError) throw new UsageError('PLAN_NOT_VALID', error.message, HINT);
    throw error;
  }
}

const refused = ({ plan }: LoadPlan, seen: string): UsageError =>
  new UsageError('PLAN_NOT_VALID', `Failed to read the plan ${plan}: ${seen}.`, HINT);
