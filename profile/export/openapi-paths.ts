import { examples } from '../messages/examples.ts';
import { allMessages } from '../messages/messages.ts';
import * as bodies from './openapi-examples.ts';
import { answer, json, type Node, parameter, problems, refTo } from './openapi-parts.ts';
import { trackingPaths } from './openapi-tracking.ts';

const seatPath = [parameter('Seat'), parameter('CallingSeat')];

/** Section 1: submit and deliver, the same exchange in both directions. */
const submit: Node = {
  operationId: 'submitMessage',
  tags: ['messages'],
  summary: 'Submit a message to the hub, or deliver it to a seat',
  description:
    'The same key (sender, messageId) with the same digest gets the first answer again, byte for byte.',
  parameters: ['CallingSeat', 'Reference', 'Cursor', 'Attempt', 'Late'].map(parameter),
  requestBody: {
    required: true,
    description: 'One message, at most 20 MiB.',
    content: {
      'application/json': {
        schema: refTo('AnyMessage'),
        examples: Object.fromEntries(
          allMessages.map(({ name, wireCode }) => [
            wireCode,
            { summary: name, value: examples[name as keyof typeof examples] },
          ]),
        ),
      },
    },
  },
  responses: {
    202: answer('Stored; the effect may follow.', 'Acknowledgement', examples.Acknowledgement),
    409: answer('DUPLICATE_ID: same key, other digest.', 'SyntaxError', bodies.duplicateId),
    422: answer('Wrong by itself, with all findings; nothing stored.', 'SyntaxError', examples.SyntaxError),
    ...problems(
      'NOT_JSON',
      'NOT_ATTRIBUTABLE',
      'BAD_REQUEST',
      'NOT_AUTHORISED',
      'TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'UNAVAILABLE',
    ),
  },
};

/** Sections 2 and 3: the queue of one recipient. */
const queuePaths: Node = {
  '/v0/participants/{seat}/messages': {
    get: {
      operationId: 'pullMessages',
      tags: ['delivery'],
      summary: 'Pull the messages queued for the calling seat',
      description:
        'Delivered or not, dead letters included. A successful pull puts the dead letters of the seat back in its queue.',
      parameters: [...seatPath, parameter('After'), parameter('Limit')],
      responses: {
        200: answer('Messages in order of cursor.', 'PullAnswer', bodies.pullAnswer),
        ...problems('BAD_REQUEST', 'NOT_AUTHORISED', 'NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
  '/v0/participants/{seat}/deliveries': {
    get: {
      operationId: 'deliveryState',
      tags: ['delivery'],
      summary: 'How far deliveries to a seat have come; anyone may ask',
      parameters: [parameter('Seat')],
      responses: {
        200: answer('The delivery state.', 'DeliveryState', bodies.deliveryState),
        ...problems('NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
  '/v0/participants/{seat}/dead-letters': {
    get: {
      operationId: 'deadLetters',
      tags: ['delivery'],
      summary: 'The dead letters of a seat; anyone may ask',
      parameters: [parameter('Seat')],
      responses: {
        200: answer('The dead letters, in order of cursor.', 'DeadLetters', bodies.deadLetters),
        ...problems('NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
  '/v0/participants/{seat}/dead-letters/redeliver': {
    post: {
      operationId: 'redeliver',
      tags: ['delivery'],
      summary: 'Put the dead letters of a seat back in its queue; any seat may ask',
      parameters: [parameter('Seat')],
      responses: {
        202: answer('Back in the queue.', 'Redelivery', { requeued: 1 }),
        ...problems('NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
};

/** Section 4: what the books of the hub say. */
const queryPaths: Node = {
  '/v0/movements/{transitReference}': {
    get: {
      operationId: 'movement',
      tags: ['query'],
      summary: 'Ledger entry of a movement, for administrations on its itinerary',
      parameters: [parameter('TransitReference'), parameter('CallingSeat')],
      responses: {
        200: answer('The ledger entry.', 'LedgerEntry', bodies.ledgerEntry),
        ...problems('NOT_AUTHORISED', 'NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
  '/v0/guarantees/{guaranteeReference}': {
    get: {
      operationId: 'guarantee',
      tags: ['query'],
      summary: 'Entry of the guarantee register, without access code',
      parameters: [parameter('GuaranteeReference')],
      responses: {
        200: answer('The register entry.', 'GuaranteeEntry', bodies.guaranteeEntry),
        ...problems('NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
  '/v0/reference-data': {
    get: {
      operationId: 'referenceData',
      tags: ['query'],
      summary: 'Reference data in force',
      responses: {
        200: answer('The reference data.', 'ReferenceDataAnswer', bodies.referenceData),
        ...problems('UNAVAILABLE'),
      },
    },
  },
};

/** Sections 5 and 6: who takes part, what the stack is, and its test clock. */
const managementPaths: Node = {
  '/v0/participants': {
    get: {
      operationId: 'participants',
      tags: ['management'],
      summary: 'The seats that take part',
      responses: {
        200: answer('The participants.', 'Participants', bodies.participants),
        ...problems('UNAVAILABLE'),
      },
    },
  },
  '/v0/participants/{seat}': {
    put: {
      operationId: 'registerParticipant',
      tags: ['management'],
      summary: 'Register or move the delivery address of the calling seat',
      parameters: seatPath,
      requestBody: { required: true, content: json('ParticipantRegistration', bodies.registration) },
      responses: {
        200: answer('Registered.', 'Participant', bodies.participant),
        ...problems('BAD_REQUEST', 'NOT_JSON', 'NOT_AUTHORISED', 'UNAVAILABLE'),
      },
    },
  },
  '/v0/capabilities': {
    get: {
      operationId: 'capabilities',
      tags: ['management'],
      summary: 'What the stack says of itself (ICS)',
      responses: {
        200: answer('The capabilities.', 'Capabilities', bodies.capabilities),
        ...problems('UNAVAILABLE'),
      },
    },
  },
  '/v0/services': {
    get: {
      operationId: 'services',
      tags: ['management'],
      summary: 'How the hub gets on with the national services that it asks; optional',
      responses: {
        200: answer('The services.', 'ServiceStates', bodies.serviceStates),
        ...problems('NOT_FOUND'),
      },
    },
  },
  '/v0/health': {
    get: {
      operationId: 'health',
      tags: ['management'],
      summary: 'Whether the stack is ready',
      responses: { 200: answer('Ready.', 'Health', bodies.health), ...problems('UNAVAILABLE') },
    },
  },
  '/v0/test-clock': {
    get: {
      operationId: 'testClock',
      tags: ['test clock'],
      summary: 'The time of the stack (capability testClock)',
      responses: { 200: answer('The time.', 'TestClock', bodies.testClock), ...problems('NOT_FOUND') },
    },
  },
  '/v0/test-clock/advance': {
    post: {
      operationId: 'advanceTestClock',
      tags: ['test clock'],
      summary: 'Move the clock of the stack forward and fire every timer that falls due, in order',
      requestBody: { required: true, content: json('TestClockAdvance', { seconds: 300 }) },
      responses: {
        200: answer('The effects are queued.', 'TestClock', bodies.testClock),
        ...problems('BAD_REQUEST', 'NOT_JSON', 'NOT_FOUND'),
      },
    },
  },
};

/** Every path of the binding. */
export const paths: Node = {
  '/v0/messages': { post: submit },
  ...queuePaths,
  ...queryPaths,
  ...managementPaths,
  ...trackingPaths,
};
