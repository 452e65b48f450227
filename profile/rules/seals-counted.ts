import type { Seal } from '../messages/parts/parts.ts';
import { defineRule, type RuleFault } from './rule.ts';

/** R06: the seals are as many as said, and each is named once. */
export const sealsCounted = defineRule({
  id: 'R06',
  fr: "Le nombre de scellés est celui de la liste, et un numéro de scellé n'y figure qu'une fois.",
  en: 'The number of seals is that of the list, and a seal number is in it once.',
  pointer: '/payload/sealCount, or /payload/seals/N/number the second time',
  source: 'draft message set R06; NCTS R0106, R0107',
  checks: { TransitNotice: faultsOf, DepartureRelease: faultsOf },
});

function faultsOf({ seals, sealCount }: { seals: readonly Seal[]; sealCount: number }): RuleFault[] {
  const faults: RuleFault[] = [];
  if (sealCount !== seals.length) {
    faults.push({
      pointer: '/payload/sealCount',
      reason: `${sealCount} annoncés, ${seals.length} dans la liste`,
    });
  }
  const seen = new Set<string>();
  seals.forEach(({ number }, index) => {
    if (seen.has(number)) {
      faults.push({ pointer: `/payload/seals/${index}/number`, reason: `${number} est déjà dans la liste` });
    }
    seen.add(number);
  });
  return faults;
}
