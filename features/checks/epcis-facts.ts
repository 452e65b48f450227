import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { type Fields, isObject, listIn, memberOf, numberIn, parsed, textIn } from './recorded.ts';

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
  const missing = wanted.filter((fact) => !told.includes(fact));
  const invented = told.filter((fact) => !wanted.includes(fact));
  const place = { requirement: 'TRK-084' };
  return [
    observe(wanted.length > 0, 'le voyage dit des faits', `faits du voyage : ${wanted.length}`, place),
    observe(
      missing.length === 0,
      'chaque fait du voyage est au document',
      `absents : ${show(missing.slice(0, 3))}`,
      place,
    ),
    observe(
      invented.length === 0,
      'le document ne dit rien de plus',
      `en plus : ${show(invented.slice(0, 3))}`,
      place,
    ),
    observe(
      told.length === wanted.length,
      `événements : ${wanted.length}`,
      `événements : ${told.length}`,
      place,
    ),
  ];
}

const instant = (value: string): string => new Date(Date.parse(value)).toISOString();

function factsOfJourney(journey: unknown): Fact[] {
  const carried = (listIn(journey, 'assignments') ?? []).flatMap((one) => {
    const device = `${textIn(one, 'platform')}:${textIn(one, 'deviceId')}`;
    const until = textIn(one, 'until');
    const on = `ADD ${instant(textIn(one, 'from'))} ${device}`;
    return until === '' ? [on] : [on, `DELETE ${instant(until)} ${device}`];
  });
  const seen = [...(listIn(journey, 'positions') ?? []), ...(listIn(journey, 'alerts') ?? [])];
  return [...carried, ...seen.map(factOfEntry)];
}

function factOfEntry(entry: Fields): Fact {
  const position = entry['position'];
  const where = isObject(position) ? `${position['latitudeDeg']},${position['longitudeDeg']}` : '';
  const { alert, speedKmh, courseDeg, batteryPct, lock } = entry;
  const measures = [alert, speedKmh, courseDeg, batteryPct, lock].map((value) => value ?? '').join('|');
  const device = `${textIn(entry, 'platform')}:${textIn(entry, 'deviceId')}`;
  return `OBSERVE ${textIn(entry, 'eventId')} ${instant(textIn(entry, 'recordedAt'))} ${device} ${where} ${measures}`;
}

const lastPart = (uri: string, parts: number): string => uri.split(':').slice(-parts).join(':');

function factOfEvent(event: Fields): Fact {
  const at = Number.isNaN(Date.parse(textIn(event, 'eventTime')))
    ? 'sans date'
    : instant(textIn(event, 'eventTime'));
  const action = textIn(event, 'action');
  if (event['type'] === 'AssociationEvent') {
    const children = event['childEPCs'];
    return `${action} ${at} ${lastPart(String(Array.isArray(children) ? children[0] : ''), 2)}`;
  }
  const [element] = listIn(event, 'sensorElementList') ?? [];
  const device = lastPart(textIn(memberOf(element, 'sensorMetadata'), 'deviceID'), 2);
  const where = textIn(event['readPoint'], 'id').replace('geo:', '');
  const id = textIn(event, 'eventID').replace('urn:uuid:', '');
  return `${action} ${id} ${at} ${device} ${where} ${measuresOf(listIn(element, 'sensorReport') ?? [])}`;
}

/** Alert, speed, course, charge, lock, as the journey has them. */
function measuresOf(reports: readonly Fields[]): string {
  const of = (type: string): Fields | undefined =>
    reports.find((report) => report['type'] === type || textIn(report, 'type').endsWith(`:${type}`));
  const alert = reports.find((report) => report['exception'] === 'ALARM_CONDITION');
  const values = [
    alert === undefined ? '' : lastPart(textIn(alert, 'type'), 1),
    inUnit(of('Speed'), 'KMH'),
    inUnit(of('Angle'), 'DD'),
    inUnit(of('battery'), 'P1'),
    textIn(of('lock'), 'stringValue'),
  ];
  return values.join('|');
}

const inUnit = (report: Fields | undefined, uom: string): string =>
  report === undefined
    ? ''
    : `${numberIn(report, 'value')}${report['uom'] === uom ? '' : ` ${show(report['uom'])}`}`;
