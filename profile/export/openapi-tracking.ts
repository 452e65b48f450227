import * as bodies from './openapi-examples.ts';
import { answer, json, type Node, parameter, problems } from './openapi-parts.ts';

const EPCIS = 'application/ld+json';

const journeyAnswer: Node = {
  description: 'The journey; asked for as application/ld+json, the same as an EPCIS 2.0 document.',
  content: {
    ...json('Journey', bodies.journey),
    [EPCIS]: { schema: { type: 'object', required: ['@context', 'type', 'epcisBody'] } },
  },
};

const device: Node = {
  get: {
    operationId: 'trackedDevice',
    tags: ['tracking'],
    summary: 'A device as its platform knows it',
    parameters: [parameter('Platform'), parameter('DeviceId'), parameter('CallingSeat')],
    responses: {
      200: answer('The device.', 'TrackedDevice', bodies.trackedDevice),
      ...problems('NOT_AUTHORISED', 'NOT_FOUND', 'UNAVAILABLE'),
    },
  },
  put: {
    operationId: 'registerDevice',
    tags: ['tracking'],
    summary: 'Make a device known to a platform that this stack hosts, or change its protocol or clock zone',
    description:
      'By the country that runs the platform; outside production by any seat. What is attached keeps its movement.',
    parameters: [parameter('Platform'), parameter('DeviceId'), parameter('CallingSeat')],
    requestBody: { required: true, content: json('DeviceRegistration', bodies.deviceRegistration) },
    responses: {
      204: { description: 'The platform knows the device.' },
      ...problems('BAD_REQUEST', 'NOT_JSON', 'NOT_AUTHORISED', 'NOT_FOUND', 'UNAVAILABLE'),
    },
  },
};

/** Section 8: journeys, and the tracking platforms that the stack hosts. */
export const trackingPaths: Node = {
  '/v0/journeys/{transitReference}': {
    get: {
      operationId: 'journey',
      tags: ['tracking'],
      summary:
        'Journey of a movement as its devices told it, for administrations on its itinerary and its platforms',
      parameters: [parameter('TransitReference'), parameter('CallingSeat')],
      responses: { 200: journeyAnswer, ...problems('NOT_AUTHORISED', 'NOT_FOUND', 'UNAVAILABLE') },
    },
  },
  '/v0/tracking/platforms': {
    get: {
      operationId: 'trackingPlatforms',
      tags: ['tracking'],
      summary:
        'The tracking platforms that this stack hosts, and where they listen to devices; anyone may ask',
      responses: {
        200: answer('The platforms.', 'TrackingPlatforms', bodies.trackingPlatforms),
        ...problems('UNAVAILABLE'),
      },
    },
  },
  '/v0/tracking/devices/{platform}/{deviceId}': device,
};
