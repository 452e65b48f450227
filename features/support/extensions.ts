import type { Message } from '../../profile/messages/message.ts';
import { composeValid } from './sending.ts';
import type { CorridorWorld } from './world.ts';

/** What a country that has gone on to a later version says beyond this one, as JSON text. */
const CONTENT = '{"numero":"FICTIF-0001","poids":12.5}';

const NAME = '0.2:fictiveField';
const optional = { mandatory: false, content: 1 };
const LONGEST = 65_536;

/** Extensions of the wrong form, as officers say it. */
export const BAD_EXTENSIONS: Readonly<Record<string, object>> = {
  'sans son caractère obligatoire ou facultatif': { [NAME]: { content: 1 } },
  'sans contenu': { [NAME]: { mandatory: false } },
  'au caractère écrit "oui"': { [NAME]: { mandatory: 'oui', content: 1 } },
  'au nom sans version': { fictiveField: optional },
  'au contenu de 65 537 caractères': {
    [NAME]: { mandatory: false, content: 'x'.repeat(LONGEST - 1) },
  },
  'qui compte un champ de plus': { [NAME]: { ...optional, depuis: '2027' } },
  'accompagnée de seize autres': Object.fromEntries(
    Array.from({ length: 17 }, (_, nth) => [`${NAME}${nth}`, optional]),
  ),
};

/** The same message with one more extension, of the usual content. */
export const extended = (message: Message, name: string, mandatory: boolean): Message => ({
  ...message,
  extensions: { ...message.extensions, [name]: { mandatory, content: JSON.parse(CONTENT) as unknown } },
});

/** Sends a valid message with one optional extension, its content written exactly so. */
export async function sendWritten(
  world: CorridorWorld,
  name: 'TransitNotice',
  extension: string,
  content: string,
): Promise<void> {
  const mark = '"content":0}';
  const message = {
    ...composeValid(world, name),
    extensions: { [extension]: { mandatory: false, content: 0 } },
  };
  world.claim(message.messageId);
  const text = JSON.stringify(message).replace(mark, () => `"content":${content}}`);
  const submission = await world.seat(message.sender).submitBytes(text);
  world.sent.push({ message, submission });
}
