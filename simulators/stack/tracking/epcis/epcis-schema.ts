import { z } from 'zod';

/**
 * What GS1's published JSON Schema of EPCIS 2.0 demands of the events that a journey needs, restated: a document that breaks one of
 * these rules is refused by any conforming repository.
 * @source GS1 EPCIS 2.0.1, section 7 and JSON Schema `EPCIS-JSON-Schema.json`; CBV 2.0, sections 7.1 and 7.2
 */

/** Any absolute URI. @source RFC 3986 section 3 */
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'not an absolute URI');
const dateTimeStamp = z.iso.datetime({ offset: true });
const offset = z.string().regex(/^[+-](?:0\d|1[0-4]):[0-5]\d$/, 'not an offset from UTC');
/** Event ids are `ni:` hashes of the content, UUIDs, or other URIs. */
const eventId = uri;

/** Bare words of the CBV that a journey uses; others are URIs. */
const bizStep = z.union([
  z.enum([
    'arriving',
    'departing',
    'inspecting',
    'installing',
    'removing',
    'sensor_reporting',
    'transporting',
  ]),
  uri,
]);
const disposition = z.union([
  z.enum(['active', 'container_closed', 'container_open', 'in_transit', 'inactive', 'unknown']),
  uri,
]);

/** Exactly one kind of value beside type and unit; a type or an exception says what it is. */
const sensorReport = z
  .strictObject({
    type: z.union([z.enum(['Speed', 'Angle', 'Temperature']), uri]).optional(),
    exception: z.enum(['ALARM_CONDITION', 'ERROR_CONDITION']).optional(),
    value: z.number().optional(),
    stringValue: z.string().optional(),
    booleanValue: z.boolean().optional(),
    uom: z
      .string()
      .regex(/^[A-Z0-9]{2,3}$/, 'not a unit code of UN/CEFACT Recommendation 20')
      .optional(),
    time: dateTimeStamp.optional(),
  })
  .refine(
    ({ type, exception }) => type !== undefined || exception !== undefined,
    'neither type nor exception',
  )
  .refine(({ uom, value }) => uom === undefined || value !== undefined, 'a unit without a value');

const sensorElement = z.strictObject({
  sensorMetadata: z
    .strictObject({
      time: dateTimeStamp.optional(),
      deviceID: uri.optional(),
      deviceMetadata: uri.optional(),
    })
    .optional(),
  sensorReport: z.array(sensorReport).min(1),
});

const common = {
  eventID: eventId,
  eventTime: dateTimeStamp,
  recordTime: dateTimeStamp.optional(),
  eventTimeZoneOffset: offset,
  bizStep: bizStep.optional(),
  disposition: disposition.optional(),
  readPoint: z.strictObject({ id: uri }).optional(),
  bizLocation: z.strictObject({ id: uri }).optional(),
  bizTransactionList: z
    .array(z.strictObject({ type: uri.optional(), bizTransaction: uri }))
    .min(1)
    .optional(),
  sensorElementList: z.array(sensorElement).min(1).optional(),
};

const action = z.enum(['ADD', 'OBSERVE', 'DELETE']);

/** Something was seen: things by their ids, or what a sensor says. */
const objectEvent = z
  .strictObject({ type: z.literal('ObjectEvent'), action, epcList: z.array(uri).optional(), ...common })
  .refine(
    ({ epcList = [], sensorElementList = [] }) => epcList.length + sensorElementList.length > 0,
    'neither epcList nor sensorElementList',
  );

/** Things were tied to another one or taken from it. */
const associationEvent = z
  .strictObject({
    type: z.literal('AssociationEvent'),
    action,
    parentID: uri,
    childEPCs: z.array(uri).optional(),
    ...common,
  })
  .refine(
    ({ action: what, childEPCs = [] }) => what === 'DELETE' || childEPCs.length > 0,
    'no children to associate',
  );

const event = z.discriminatedUnion('type', [objectEvent, associationEvent]);

/** An EPCIS 2.0 document as JSON-LD. */
export const epcisDocument = z.strictObject({
  '@context': z
    .array(z.union([uri, z.record(z.string(), uri)]))
    .min(1)
    .refine(
      ([first]) => first === 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      'the context of GS1 does not come first',
    ),
  id: uri.optional(),
  type: z.literal('EPCISDocument'),
  schemaVersion: z.literal('2.0'),
  creationDate: dateTimeStamp,
  epcisBody: z.strictObject({
    eventList: z
      .array(event)
      .refine((all) => new Set(all.map(({ eventID }) => eventID)).size === all.length, 'an event id twice'),
  }),
});
export type EpcisDocument = z.infer<typeof epcisDocument>;
export type EpcisEvent = z.infer<typeof event>;
