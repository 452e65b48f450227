import { allMessages } from '../../profile/messages/messages.ts';
import { actingMessages } from '../../profile/states/transitions.ts';
import { timers } from '../../profile/timers/timers.ts';
import { goodsKindOf, HALF_A_GRAM_KG, tolerances } from '../../profile/tolerances.ts';

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const SIGNS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
/** Every code that the schema of packages admits: which of them are bulk or liquid, `goodsKindOf` alone knows. */
const packageCodes = SIGNS.flatMap((first) => SIGNS.map((second) => first + second));

/**
 * What the profile says and the SQL needs, as tables and variables: no file of SQL repeats a number or a list of the profile.
 * @param underWay movements whose time limit still runs at the end of the evidence are explained
 */
export const agreement = (underWay: boolean): string => `
  set variable under_way = ${underWay};
  set variable passage_tolerance_seconds = ${timers.passageTolerance.seconds};
  set variable clock_tolerance_seconds = ${timers.clockTolerance.seconds};
  set variable acknowledgement_seconds = ${timers.acknowledgement.seconds};
  set variable version_gap_seconds = ${timers.versionGap.seconds};
  set variable mass_rounding_kg = ${HALF_A_GRAM_KG};
  ${table(
    'message_type(code, french)',
    allMessages.map(({ wireCode, french }) => [quoted(wireCode), quoted(french)]),
  )}
  ${table(
    'acting_type(code)',
    allMessages.filter(({ name }) => actingMessages.has(name)).map(({ wireCode }) => [quoted(wireCode)]),
  )}
  ${table(
    'tolerance(goods, mass_share)',
    Object.entries(tolerances).map(([kind, { massShare }]) => [quoted(kind), massShare]),
  )}
  ${table(
    'package_kind(code, goods)',
    packageCodes.map((code) => [quoted(code), quoted(goodsKindOf(code))]),
  )}`;

function table(columns: string, rows: readonly (readonly (string | number)[])[]): string {
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `create table ${columns.split('(')[0]} as select * from (values ${values}) as ${columns};`;
}
