import { type ErrorCode, errorCatalogue } from '../errors/error-catalogue.ts';
import { countryOfSeat, isPlatform } from '../identifiers/platform-code.ts';
import type { Message } from '../messages/message.ts';
import type { MessageName } from '../messages/messages.ts';
import type { Leg, WireFinding } from '../messages/parts/parts.ts';
import { isInForce, officeRoleFor, type ReferenceData } from '../reference-data.ts';
import type { PayloadOf } from '../rules/rule.ts';

type OfficeRole = 'DEP' | 'TRA' | 'DES';

/** The role that `payload.office` must have, by message; a message not listed takes any office. */
export const roleOfOffice: { readonly [Name in MessageName]?: OfficeRole } = {
  DepartureRelease: 'DEP',
  CancellationNotice: 'DEP',
  BorderPassage: 'TRA',
  ArrivalNotice: 'DES',
  ControlResult: 'DES',
  DischargeNotice: 'DEP',
  EnquiryRequest: 'DEP',
  RecoveryNotice: 'DEP',
};

const finding = (code: ErrorCode, pointer: string, detail: string): WireFinding => ({
  code,
  pointer,
  reason: `${errorCatalogue[code].fr}: ${detail}`,
});

/** Against what a message is looked up: the data, at the time it was composed (as written, and in ms). */
interface Lookup {
  readonly reference: ReferenceData;
  readonly preparedAt: string;
  readonly time: number;
}

/**
 * Offices, countries and itineraries of a message that the reference data do not know, or know otherwise (R01).
 * @param name message name, e.g. `TransitNotice`
 * @param message a message that its schema has accepted
 */
export function referenceFindings(name: string, message: Message, reference: ReferenceData): WireFinding[] {
  const findings: WireFinding[] = [];
  const { sender, recipient, preparedAt, payload } = message;
  const lookup = { reference, preparedAt, time: Date.parse(preparedAt) };
  if (sender !== 'hub' && !reference.countries.has(countryOfSeat(sender))) {
    findings.push(finding('UNKNOWN_COUNTRY', '/sender', sender));
  }
  if (isCountryOrPlatform(recipient) && !reference.countries.has(countryOfSeat(recipient))) {
    findings.push(finding('UNKNOWN_RECIPIENT', '/recipient', recipient));
  }
  if (typeof payload['office'] === 'string') {
    const role = roleOfOffice[name as MessageName];
    findings.push(...officeFindings(payload['office'], role, '/payload/office', lookup));
  }
  if (name === 'TransitNotice') {
    const notice = payload as PayloadOf<'TransitNotice'>;
    const key = '/payload/nationalReference/office';
    findings.push(...officeFindings(notice.nationalReference.office, 'DEP', key, lookup));
    findings.push(...tariffFindings(notice, sender, reference));
  }
  if (name === 'TransitNotice' || name === 'ItineraryChange') {
    findings.push(...itineraryFindings(payload as PayloadOf<'ItineraryChange'>, lookup));
  }
  if (name === 'DeviceAssignment') {
    findings.push(...platformFindings(payload as PayloadOf<'DeviceAssignment'>, reference));
  }
  if (name === 'GuaranteeRequest' || name === 'ReferenceDataNotice') {
    findings.push(...countryFindings(payload, reference));
  }
  return findings;
}

const isCountryOrPlatform = (recipient: string): boolean => recipient.length === 2 || isPlatform(recipient);

/** Platforms of countries that take no part. */
function platformFindings(
  { platform, replaces }: PayloadOf<'DeviceAssignment'>,
  { countries }: ReferenceData,
): WireFinding[] {
  const named: [pointer: string, platform: string][] = [['/payload/platform', platform]];
  if (replaces) named.push(['/payload/replaces/platform', replaces.platform]);
  return named
    .filter(([, code]) => !countries.has(countryOfSeat(code)))
    .map(([pointer, code]) => finding('UNKNOWN_COUNTRY', pointer, code));
}

/** A country that has published its tariff declares by it; for the others R11 suffices. */
function tariffFindings(
  { items }: PayloadOf<'TransitNotice'>,
  sender: string,
  { tariffs }: ReferenceData,
): WireFinding[] {
  const tariff = tariffs?.get(sender);
  if (!tariff) return [];
  return items.flatMap(({ hsCode }, index) =>
    tariff.has(hsCode)
      ? []
      : [
          finding(
            'NOT_IN_CODE_LIST',
            `/payload/items/${index}/hsCode`,
            `${hsCode} n'est pas dans le tarif en vigueur (${sender})`,
          ),
        ],
  );
}

function officeFindings(
  code: string,
  role: OfficeRole | undefined,
  pointer: string,
  { reference, preparedAt, time }: Lookup,
): WireFinding[] {
  const office = reference.offices.get(code);
  if (!office) return [finding('UNKNOWN_OFFICE', pointer, code)];
  if (!isInForce(office, time)) {
    return [finding('UNKNOWN_OFFICE', pointer, `${code} n'est pas en vigueur le ${preparedAt}`)];
  }
  if (role && !office.roles.includes(role)) {
    return [finding('OFFICE_WITHOUT_ROLE', pointer, `${code} a ${office.roles.join(', ')}, il faut ${role}`)];
  }
  return [];
}

function itineraryFindings(
  { itinerary }: Pick<PayloadOf<'ItineraryChange'>, 'itinerary'>,
  lookup: Lookup,
): WireFinding[] {
  if (!itinerary) return [];
  const findings = itinerary.legs.flatMap((leg, index) => legFindings(leg, index, lookup));
  if (!lookup.reference.itineraries.has(itinerary.corridor)) {
    findings.push(finding('UNKNOWN_ITINERARY', '/payload/itinerary/corridor', itinerary.corridor));
  }
  return findings;
}

function legFindings(leg: Leg, index: number, lookup: Lookup): WireFinding[] {
  const pointer = `/payload/itinerary/legs/${index}`;
  const role = officeRoleFor[leg.role];
  const findings = officeFindings(leg.office, role, `${pointer}/office`, lookup);
  if (!lookup.reference.countries.has(leg.country)) {
    findings.push(finding('UNKNOWN_COUNTRY', `${pointer}/country`, leg.country));
  }
  return findings;
}

function countryFindings(payload: Record<string, unknown>, reference: ReferenceData): WireFinding[] {
  const { country, countries, terms } = payload as {
    country?: string;
    countries?: string[];
    terms?: { countries: string[] };
  };
  const named: [pointer: string, country: string][] = [];
  if (country) named.push(['/payload/country', country]);
  countries?.forEach((name, index) => {
    named.push([`/payload/countries/${index}`, name]);
  });
  terms?.countries.forEach((name, index) => {
    named.push([`/payload/terms/countries/${index}`, name]);
  });
  return named
    .filter(([, name]) => !reference.countries.has(name))
    .map(([pointer, name]) => finding('UNKNOWN_COUNTRY', pointer, name));
}
