import type { ControlOutcome } from './messages/parts/control-outcome.ts';
import type { TransitNoticePayload } from './messages/transit-notice.ts';
import { goodsKindOf, tolerances, withinTolerance } from './tolerances.ts';

type Declared = Pick<TransitNoticePayload, 'items' | 'totalGrossMassKg'>;
type Told = Pick<ControlOutcome, 'result' | 'differences' | 'remarks'>;

const ITEM_MASS = /^\/items\/(\d+)\/(grossMassKg|netMassKg)$/;
/** A mass in kg as a difference tells it: digits, at most three decimals after a point. */
const MASS = /^\d+(?:\.\d{1,3})?$/;
const DIFFERING = new Set(['A5', 'B1']);

/**
 * The result of a control once masses are compared within the tolerance of their goods: A5 or B1 of which nothing is left but
 * masses within it counts as A2, considered satisfactory. A remark, a count or a mass that is not a number leaves it.
 * A1 and A2 stay what they are: the office of destination decides, and nobody decides against the declarant in its place.
 * @param notice the notice in force, whose masses were declared
 * @source profile decision P16
 */
export function resultAfterTolerance(notice: Declared, told: Told): Told['result'] {
  const { result, differences, remarks } = told;
  if (!DIFFERING.has(result) || remarks !== undefined || differences.length === 0) return result;
  return differences.every((difference) => tolerated(notice, difference)) ? 'A2' : result;
}

function tolerated(
  notice: Declared,
  { pointer, found }: Pick<ControlOutcome['differences'][number], 'pointer' | 'found'>,
): boolean {
  if (!MASS.test(found)) return false;
  if (pointer === '/totalGrossMassKg') return totalTolerated(notice, Number(found));
  const [, index, field] = ITEM_MASS.exec(pointer) ?? [];
  const item = notice.items[Number(index)];
  if (!item || field === undefined) return false;
  const declaredKg = field === 'netMassKg' ? item.netMassKg : item.grossMassKg;
  return withinTolerance(goodsKindOf(item.packages.kind), declaredKg, Number(found));
}

/** A total is compared by the strictest kind aboard. */
function totalTolerated({ items, totalGrossMassKg }: Declared, foundKg: number): boolean {
  const [strictest] = items
    .map(({ packages }) => goodsKindOf(packages.kind))
    .sort((one, other) => tolerances[one].massShare - tolerances[other].massShare);
  return strictest !== undefined && withinTolerance(strictest, totalGrossMassKg, foundKg);
}

/** The payload of a ControlResult, or of an ArrivalNotice that carries one, with the result after comparison. */
export function comparedPayload(
  notice: Declared,
  name: string,
  payload: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (name === 'ControlResult')
    return { ...payload, result: resultAfterTolerance(notice, payload as unknown as Told) };
  const { controlResult } = payload as { controlResult?: Told };
  if (name !== 'ArrivalNotice' || controlResult === undefined) return payload;
  return {
    ...payload,
    controlResult: { ...controlResult, result: resultAfterTolerance(notice, controlResult) },
  };
}
