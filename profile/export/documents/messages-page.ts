import { z } from 'zod';
import { envelopeFields } from '../../envelope/envelope.ts';
import { examples } from '../../messages/examples.ts';
import type { MessageDefinition } from '../../messages/message.ts';
import { allMessages, type MessageName } from '../../messages/messages.ts';
import { messagesOf } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { type TimerDefinition, timers } from '../../timers/timers.ts';
import { toJsonSchema } from '../json-schema.ts';
import { fieldCells, fieldRows } from './fields.ts';
import { duration, fenced, page, table, tick } from './markdown.ts';

const FIELD_HEADER = ['field', 'français', 'type', 'cardinality', 'meaning'];

const recipientsText: Readonly<Record<MessageDefinition['recipients'], string>> = {
  route: '`route`: each administration on the itinerary, the sender excepted',
  all: '`all`: each participant, the sender excepted',
  hub: '`hub`',
  territory:
    '`territory`: the country on whose territory the truck is (`payload.territory`), and that of the office of departure',
  country: 'one country, on the itinerary of the movement',
  one: 'one seat: `hub` or a country',
};

const numberingText: Readonly<Record<MessageDefinition['numbering'], string>> = {
  movementVersion: '`movementVersion`, required; counted by the country of departure',
  originSeq: '`originSeq`, required; counted by the sender',
  none: 'not numbered',
};

/** What waits, what is strict: said where the states alone would not tell. */
function legalText({ legalIn }: MessageDefinition): string {
  if (legalIn === 'any') return 'no movement, or any state';
  const states = legalIn
    .filter((state) => state !== 'NONE')
    .map(tick)
    .join(', ');
  const early = legalIn.includes('NONE') && !legalIn.includes('REGISTERED');
  return early
    ? `${states}; before the release it waits ([early messages](exchange-rules.md#5-early-messages))`
    : states;
}

function timerText({ answeredBy }: MessageDefinition): string {
  if (!answeredBy) return 'acknowledgement only';
  const timer = (timers as Readonly<Record<string, TimerDefinition>>)[answeredBy];
  return `\`${answeredBy}\`${timer ? `, ${duration(timer.seconds)}` : ''}`;
}

function counterpartsText({ counterparts }: MessageDefinition): string {
  const { ncts, etir, wco } = counterparts;
  return [ncts && `NCTS ${ncts}`, etir && `eTIR ${etir}`, wco && `WCO ${wco}`].filter(Boolean).join('; ');
}

function factsTable(definition: MessageDefinition): string {
  const ids = rules
    .filter((rule) => messagesOf(rule).includes(definition.name as MessageName))
    .map(({ id }) => id);
  return table(
    ['', ''],
    [
      ['sender', definition.sender],
      ['recipient', recipientsText[definition.recipients]],
      ['class', definition.class],
      ['legal in', legalText(definition)],
      ['number', numberingText[definition.numbering]],
      ['answer due', timerText(definition)],
      ['rules', ids.sort().join(', ') || 'none'],
      ['counterparts', counterpartsText(definition)],
      ['schema', `\`schemas/${definition.name}.schema.json\``],
    ],
  );
}

function section(definition: MessageDefinition): string {
  const { name, wireCode, french, purpose } = definition;
  const stopAt =
    name === 'TransitNotice' ? [] : ['notice', ...(name === 'TransitNotice' ? [] : ['itinerary'])];
  const rows = fieldRows(toJsonSchema(definition.payload), stopAt).map((row) => fieldCells(wireCode, row));
  return [
    `## ${wireCode} ${name} - ${french}`,
    `${purpose.en}\n\n*${purpose.fr}*`,
    factsTable(definition),
    table(FIELD_HEADER, rows),
    stopAt.some((stop) => rows.some(([path]) => path === `\`${stop}\`` || path?.endsWith(`.${stop}\``)))
      ? 'The inside of `itinerary` and `notice` is that of the TransitNotice (AT01).'
      : '',
    `<details><summary>Example</summary>\n\n${fenced('json', JSON.stringify(examples[name as MessageName], null, 2))}\n\n</details>`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function envelopeSection(): string {
  const schema = z.strictObject({ ...envelopeFields, messageType: z.string(), payload: z.looseObject({}) });
  const rows = fieldRows(toJsonSchema(schema)).map((row) => fieldCells('', row));
  return [
    '## Envelope (enveloppe)',
    'Every message has these fields, and no other. Which of the two numbers it must carry stands with the message (*number*) and in its ' +
      'schema: without it, `MISSING_FIELD`. The other number may be there and counts for nothing.',
    table(FIELD_HEADER, rows),
  ].join('\n\n');
}

/** `messages.md`: every message with sender, recipients, states, fields and an example. */
export const messagesPage = (): string =>
  page(
    '# Messages',
    'Names are by meaning; the wire code stands in `messageType`. Fields not listed are refused (`UNEXPECTED_FIELD`). Instants are ' +
      'ISO 8601, UTC. In the column *cardinality*, `1` is required, `0..1` optional, `0..99` a list that must be there and may be empty. A check digit is the one of ' +
      'ISO 6346: letters count A=10, B=12, C=13 ... leaving out the multiples of 11; weights 1, 2, 4, 8 ... from the left; the ' +
      'sum modulo 11, with 10 written 0. Worked examples: `CSQU3054383`, `26TG0LOM1T00000014`.',
    'Length of a text is counted in Unicode code points; an integer may be written `1.0`; more decimals than allowed are `OUT_OF_BOUNDS`. ' +
      'A value with several faults is told once: wrong type, then size (`TOO_LONG`, `TOO_SHORT`), then form, then check digit. Of a group ' +
      'that allows one of several fields (`by`): none there is `MISSING_FIELD` of the first one listed.',
    '**Each example stands alone.** They speak of one movement, but not one story: the cancellation and the release both have version 2.',
    table(
      ['code', 'name', 'français', 'sender', 'recipient', 'class'],
      allMessages.map((m) => [m.wireCode, m.name, m.french, m.sender, m.recipients, m.class]),
    ),
    envelopeSection(),
    ...allMessages.map(section),
  );
