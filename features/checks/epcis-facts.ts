import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { type Fields, isObject, listIn, memberOf, parsed, textIn } from './recorded.ts';

/** One fact as both tell it: what happened, when, where, by which device, with what measures. */
type Fact = string;

/** The journey of a movement, and the same as an EPCIS document, as they were answered last. */
function bothOf(records: readonly ExchangeRecord[], reference: string) {
  const bodies = records
    .filter(({ path, kind }) => kind !== 'deliver' && path === `/v0/journeys/${reference}`)
    .map(({ answer }) => parsed(answer?.body));
  const document = bodies.findLast((body) => textIn(body, 'type') === 'EPCISDocument');
  const journey = bodies.findLast((body) => listIn(body, 'positions') !== undefined);
  return { document, journey };
}

/** Facts of the journey and facts of the document are the same, none missing and none more. */
export function epcisSaysTheSame(records: readonly ExchangeRecord[], reference: string): Observation[] {
  const { document, journey } = bothOf(records, reference);
  const wanted = factsOfJourney(journey);
  const told = (listIn(memberOf(document, 'epcisBody'), 'eventList') ?? []).map(factOfEvent);
  const missing = without(wanted, told);
  const invented = without(told, wanted);
  const place = { requirement: 'TRK-084' };
  return [
    observe(wanted.length > 0, 'le voyage dit des faits', `faits du voyage : ${wanted.length}`, place),
    observe(
      missing.length === 0,
      'chaque fait du voyage est au document, autant de fois',
      `absents : ${show(missing.slice(0, 3))}`,
      place,
    ),
    observe(
      invented.length === 0,
      'le document ne dit rien de plus',
      `en plus : ${show(invented.slice(0, 3))}`,
      place,
    ),
  ];
}

/** Facts less others; each of the others takes one away. */
function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const left = [...others];
  return facts.filter((fact) => {
    const found = left.indexOf(fact);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/** An instant in one form; what is none is like no other, so that two do not agree on it. */
function instant(value: unknown, teller: 'voyage' | 'document'): string {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? `sans date au ${teller} (${show(value)})` : new Date(at).toISOString();
}

function factsOfJourney(journey: unknown): Fact[] {
  const carried = (listIn(journey, 'assignments') ?? []).flatMap(({ platform, deviceId, from, until }) => {
    const device = `${show(platform)}:${show(deviceId)}`;
    const on = `ADD ${instant(from, 'voyage')} ${device}`;
    return until === undefined ? [on] : [on, `DELETE ${instant(until, 'voyage')} ${device}`];
  });
  const seen = [...(listIn(journey, 'positions') ?? []), ...(listIn(journey, 'alerts') ?? [])];
  return [...carried, ...seen.map(factOfEntry)];
}

function factOfEntry(entry: Fields): Fact {
  const { eventId, recordedAt, platform, deviceId, position } = entry;
  const where = isObject(position)
    ? `${show(position['latitudeDeg'])},${show(position['longitudeDeg'])}`
    : '';
  const { alert, speedKmh, courseDeg, batteryPct, lock, gnss } = entry;
  const measures = measured([
    ['alert', alert],
    ['Speed', speedKmh, 'KMH'],
    ['Angle', courseDeg, 'DD'],
    ['battery', batteryPct, 'P1'],
    ['lock', lock],
    ['gnss', gnss],
  ]);
  const done = `OBSERVE ${instant(recordedAt, 'voyage')}`;
  return `${done} ${show(eventId)} ${show(platform)}:${show(deviceId)} ${where} ${measures}`;
}

/** Name, value, unit. */
type Measure = readonly [string, unknown, unknown?];

/** What was measured, in whatever order it was told. */
const measured = (measures: readonly Measure[]): string =>
  measures
    .filter(([, value]) => value !== undefined)
    .map(([name, value, unit]) => JSON.stringify([name, value, unit]))
    .sort()
    .join(' ');

const lastPart = (uri: string, parts: number): string => uri.split(':').slice(-parts).join(':');

function factOfEvent(event: Fields): Fact {
  const { type, action, eventTime, childEPCs } = event;
  const done = `${show(action)} ${instant(eventTime, 'document')}`;
  if (type === 'AssociationEvent') {
    const children = Array.isArray(childEPCs) ? childEPCs : [childEPCs];
    return `${done} ${children.map((child) => lastPart(show(child), 2)).join(' ')}`;
  }
  const elements = listIn(event, 'sensorElementList') ?? [];
  const devices = elements.map((one) => lastPart(textIn(one['sensorMetadata'], 'deviceID'), 2));
  const measures = elements.flatMap((one) => listIn(one, 'sensorReport') ?? []).map(measureOf);
  const id = textIn(event, 'eventID').replace('urn:uuid:', '');
  const where = textIn(event['readPoint'], 'id').replace('geo:', '');
  return `${done} ${id} ${[...new Set(devices)].join(' ')} ${where} ${measured(measures)}`;
}

/** A report of a sensor as the journey has it; an alert says so by its type. */
function measureOf(report: Fields): Measure {
  const name = lastPart(textIn(report, 'type'), 1);
  if (report['exception'] === 'ALARM_CONDITION') return ['alert', name];
  return [name, report['value'] ?? report['stringValue'] ?? null, report['uom']];
}
