import { type Observation, observe } from './check.ts';
import { type Fields, isObject, listIn, memberOf, textIn } from './recorded.ts';

/**
 * What GS1's JSON Schema of EPCIS 2.0 demands of the events that a journey needs, restated here by hand.
 * Source: GS1 EPCIS 2.0, sections 7.3 and 7.4; JSON Schema `EPCIS-JSON-Schema.json`; CBV 2.0, sections 7.1 and 7.2.
 */
const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
/** From -14:00 to +14:00. */
const OFFSET = /^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/;

/** Standard values of the CBV; whatever else is an absolute URI. Source: CBV 2.0, 7.1.3 and 7.2.3 */
const BIZ_STEPS = new Set(
  (
    'accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning ' +
    'departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading ' +
    'other packing picking receiving removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting ' +
    'shipping staging_outbound stocking storing transporting unloading unpacking void_shipping'
  ).split(' '),
);
const DISPOSITIONS = new Set(
  (
    'active available completeness_verified completeness_inferred conformant container_closed container_open damaged destroyed ' +
    'dispensed disposed encoded expired in_progress in_transit inactive mismatch_instance mismatch_class mismatch_quantity ' +
    'needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold ' +
    'returned sellable_accessible sellable_not_accessible stolen unavailable unknown'
  ).split(' '),
);
/** Kinds of measurement of GS1 without a URI that a journey needs. Source: GS1 Web Vocabulary, MeasurementType */
const MEASURED = new Set(['Speed', 'Angle', 'Temperature', 'Voltage', 'Acceleration', 'Length']);
const EVENT_MEMBERS = new Set(
  (
    'type eventID eventTime recordTime eventTimeZoneOffset action epcList quantityList parentID childEPCs childQuantityList ' +
    'bizStep disposition persistentDisposition readPoint bizLocation bizTransactionList sourceList destinationList ' +
    'sensorElementList errorDeclaration certificationInfo ilmd @context'
  ).split(' '),
);

type Rule = readonly [ok: boolean, what: string];

/** A document is valid: every rule that it breaks is one observation. */
export function epcisValid(document: unknown): Observation[] {
  const events = listIn(memberOf(document, 'epcisBody'), 'eventList');
  const rules = [...documentRules(document, events), ...(events ?? []).flatMap(eventRules)];
  const broken = rules.flatMap(([ok, what]) => (ok ? [] : [what]));
  const found = broken.slice(0, 5).join(' ; ');
  return [
    observe(
      broken.length === 0,
      'document EPCIS 2.0 valide, selon les règles de GS1',
      broken.length === 0 ? `valide : ${events?.length} événements` : `${broken.length} défaut(s) : ${found}`,
      { requirement: 'TRK-084' },
    ),
  ];
}

function documentRules(document: unknown, events: readonly Fields[] | undefined): Rule[] {
  const context = memberOf(document, '@context');
  const first = Array.isArray(context) ? context[0] : context;
  const ids = (events ?? []).map((event) => textIn(event, 'eventID'));
  return [
    [textIn(document, 'type') === 'EPCISDocument', 'type : EPCISDocument'],
    [textIn(document, 'schemaVersion') === '2.0', 'schemaVersion : 2.0'],
    [INSTANT.test(textIn(document, 'creationDate')), 'creationDate : un instant avec fuseau'],
    [first === CONTEXT, "@context : celui de GS1 d'abord"],
    [events !== undefined && events.length > 0, 'epcisBody.eventList : des événements'],
    [new Set(ids).size === ids.length, 'eventID : jamais deux fois'],
  ];
}

function eventRules(event: Fields, index: number): Rule[] {
  const at = `événement ${index}`;
  const wrong = Object.keys(event).filter((name) => !EVENT_MEMBERS.has(name) && !name.includes(':'));
  const has = (name: string): boolean => event[name] !== undefined;
  return [
    [wrong.length === 0, `${at} : membre inconnu ${wrong.join(', ')}`],
    [URI.test(textIn(event, 'eventID')), `${at} : eventID est une URI`],
    [INSTANT.test(textIn(event, 'eventTime')), `${at} : eventTime est un instant avec fuseau`],
    [
      !has('recordTime') || INSTANT.test(textIn(event, 'recordTime')),
      `${at} : recordTime est un instant avec fuseau`,
    ],
    [OFFSET.test(textIn(event, 'eventTimeZoneOffset')), `${at} : eventTimeZoneOffset, par exemple +00:00`],
    [['ADD', 'OBSERVE', 'DELETE'].includes(textIn(event, 'action')), `${at} : action`],
    [!has('bizStep') || isWord(event['bizStep'], BIZ_STEPS), `${at} : bizStep du CBV ou URI`],
    [!has('disposition') || isWord(event['disposition'], DISPOSITIONS), `${at} : disposition du CBV ou URI`],
    [!has('readPoint') || URI.test(textIn(event['readPoint'], 'id')), `${at} : readPoint est une URI`],
    [
      transactionsOf(event).every(({ bizTransaction }) => URI.test(String(bizTransaction))),
      `${at} : bizTransaction est une URI`,
    ],
    ...(event['type'] === 'ObjectEvent' ? objectRules(event, at) : associationRules(event, at)),
    ...sensorRules(event, at),
  ];
}

const transactionsOf = (event: Fields): Fields[] => listIn(event, 'bizTransactionList') ?? [];

const isWord = (value: unknown, words: ReadonlySet<string>): boolean =>
  typeof value === 'string' && (words.has(value) || URI.test(value));

const uris = (value: unknown): string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);

function objectRules(event: Fields, at: string): Rule[] {
  const list = uris(event['epcList']) ?? [];
  const sensors = listIn(event, 'sensorElementList') ?? [];
  return [
    [list.every((id) => URI.test(id)), `${at} : epcList, des URI`],
    [list.length > 0 || sensors.length > 0, `${at} : epcList ou sensorElementList`],
    [
      !('parentID' in event) && !('childEPCs' in event),
      `${at} : ni parentID ni childEPCs dans un ObjectEvent`,
    ],
  ];
}

function associationRules(event: Fields, at: string): Rule[] {
  const children = uris(event['childEPCs']) ?? [];
  return [
    [event['type'] === 'AssociationEvent', `${at} : type d'événement`],
    [URI.test(textIn(event, 'parentID')), `${at} : parentID est une URI`],
    [children.every((id) => URI.test(id)), `${at} : childEPCs, des URI`],
    [event['action'] === 'DELETE' || children.length > 0, `${at} : childEPCs, sauf pour DELETE`],
    [!('epcList' in event), `${at} : pas d'epcList dans un AssociationEvent`],
  ];
}

function sensorRules(event: Fields, at: string): Rule[] {
  return (listIn(event, 'sensorElementList') ?? []).flatMap((element): Rule[] => {
    const metadata = memberOf(element, 'sensorMetadata');
    const reports = listIn(element, 'sensorReport') ?? [];
    return [
      [reports.length > 0, `${at} : sensorReport n'est pas vide`],
      [metadata === undefined || isObject(metadata), `${at} : sensorMetadata`],
      [!textIn(metadata, 'time') || INSTANT.test(textIn(metadata, 'time')), `${at} : instant de la mesure`],
      [
        !textIn(metadata, 'deviceID') || URI.test(textIn(metadata, 'deviceID')),
        `${at} : deviceID est une URI`,
      ],
      ...reports.flatMap((report) => reportRules(report, at)),
    ];
  });
}

function reportRules(report: Fields, at: string): Rule[] {
  const { type, exception, uom, value } = report;
  return [
    [type !== undefined || exception !== undefined, `${at} : une mesure dit son type`],
    [type === undefined || isWord(type, MEASURED), `${at} : type de mesure de GS1 ou URI`],
    [
      exception === undefined || exception === 'ALARM_CONDITION' || exception === 'ERROR_CONDITION',
      `${at} : exception ALARM_CONDITION ou ERROR_CONDITION`,
    ],
    [value === undefined || typeof value === 'number', `${at} : value est un nombre`],
    [
      uom === undefined || (/^[A-Z0-9]{2,3}$/.test(String(uom)) && value !== undefined),
      `${at} : uom selon la recommandation 20`,
    ],
  ];
}
