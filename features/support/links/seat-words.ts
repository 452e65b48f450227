import { HarnessError } from '../errors.ts';
import { COUNTRY_NAMES, countryNamed } from '../words.ts';

/** Which way of the link between a seat and the hub: both, from the hub to the seat, or from the seat to the hub. */
export type LinkWay = 'both' | 'toSeat' | 'toHub';

/** A link as a scenario names it; whether there is such a seat is asked by {@link seatOf}. */
export interface NamedLink {
  /** As written, with its article. */
  readonly seat: string;
  readonly way: LinkWay;
}

const CAPITAL = "[A-ZÀ-Ý][A-Za-zÀ-ÿ'-]*";
const SEAT = `(?:le |la |l'|les )?${CAPITAL}(?: ${CAPITAL})*`;
/** `du Niger`, `de la Côte`: whose something is. */
export const OF_SEAT = `(?:du |de la |de l'|des )${CAPITAL}(?: ${CAPITAL})*`;

/** `avec le Niger`, `du hub vers le Niger`, `du Niger vers le hub`. */
export const LINK = `avec ${SEAT}|du hub vers ${SEAT}|${OF_SEAT} vers le hub`;

const FORMS: readonly (readonly [RegExp, LinkWay])[] = [
  [/^avec (.+)$/, 'both'],
  [/^du hub vers (.+)$/, 'toSeat'],
  [/^(?:du|de la|de l'|des) (.+) vers le hub$/, 'toHub'],
];

/** Reads a link as a scenario names it. @throws HarnessError `UNKNOWN_WORD` */
export function linkNamed(words: string): NamedLink {
  for (const [form, way] of FORMS) {
    const [, seat] = form.exec(words) ?? [];
    if (seat !== undefined) return { seat, way };
  }
  throw new HarnessError(
    'UNKNOWN_WORD',
    `Liaison inconnue : « ${words} ».`,
    'Écrivez « avec le Niger », « du hub vers le Niger » ou « du Niger vers le hub ».',
  );
}

/** The code of the seat at the end of a link. @throws HarnessError `UNKNOWN_SEAT` */
export function seatOf({ seat }: NamedLink): string {
  const name = seat.replace(/^(?:le |la |les |l')/, '');
  if (COUNTRY_NAMES.split('|').includes(name)) return countryNamed(name);
  throw unknownSeat(name);
}

export const unknownSeat = (name: string): HarnessError =>
  new HarnessError(
    'UNKNOWN_SEAT',
    `Aucun siège « ${name} » : sa liaison ne peut pas tomber en panne.`,
    `Nommez l'un des sièges : ${COUNTRY_NAMES.replaceAll('|', ', ')}.`,
  );
