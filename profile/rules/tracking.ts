import { isPlatform } from '../identifiers/platform-code.ts';
import { type MessageName, messages } from '../messages/messages.ts';
import { defineFunctionalRule, defineRule, type RuleContext, type RuleFault } from './rule.ts';

const fault = (pointer: string, reason: string): RuleFault[] => [{ pointer, reason }];

/** What any party answers when it has received something. */
const isAnswer = (name: MessageName): boolean => messages[name].sender === 'receiver';

/** R38: platforms track, administrations do the rest. */
export const platformsTrack = defineRule({
  id: 'R38',
  fr: "Seule une plateforme de suivi compose un événement de suivi ; elle ne compose rien d'autre, hors ses réponses.",
  en: 'Only a tracking platform composes a tracking event; it composes nothing else, but for its answers.',
  pointer: '/sender (envelope)',
  source: 'draft message set AT17 (TRK to NAT)',
  checks: Object.fromEntries(
    (Object.keys(messages) as MessageName[])
      .filter((name) => !isAnswer(name))
      .map((name) => [name, (_payload: unknown, { sender }: RuleContext) => misplaced(name, sender)]),
  ),
});

function misplaced(name: MessageName, sender: string): RuleFault[] {
  const tracks = name === 'TrackingEvent';
  if (isPlatform(sender) === tracks) return [];
  return fault(
    '/sender',
    tracks ? `${sender} n'est pas une plateforme de suivi` : `${sender} ne fait que suivre`,
  );
}

/** R39: a platform speaks for itself. */
export const ownPlatform = defineRule({
  id: 'R39',
  fr: "La plateforme d'un événement de suivi est son expéditeur.",
  en: 'The platform of a tracking event is its sender.',
  pointer: '/payload/platform',
  source: 'assumption: no platform reports for another',
  checks: {
    TrackingEvent: ({ platform }, { sender }) =>
      isPlatform(sender) && platform !== sender
        ? fault('/payload/platform', `${platform} n'est pas l'expéditeur ${sender}`)
        : [],
  },
});

/** R40: an alert says which. */
export const alertNamed = defineRule({
  id: 'R40',
  fr: "Une alerte porte son code ; une position n'en porte aucun.",
  en: 'An alert carries its code; a position carries none.',
  pointer: '/payload/alert',
  source: 'draft message set AT17 (kind POSITION or ALERT code)',
  checks: {
    TrackingEvent: ({ kind, alert }) => {
      if ((kind === 'ALERT') === (alert !== undefined)) return [];
      return fault(
        '/payload/alert',
        alert ? "une position n'est pas une alerte" : "l'alerte n'est pas nommée",
      );
    },
  },
});

/** R41: only an opening is rightful or not. */
export const openingJudged = defineRule({
  id: 'R41',
  fr: "Seul l'événement « scellé ouvert » dit si l'ouverture était autorisée.",
  en: 'Only the event "seal opened" says whether the opening was authorised.',
  pointer: '/payload/authorised',
  source: 'assumption: of other alerts it says nothing',
  checks: {
    TrackingEvent: ({ alert, authorised }) =>
      authorised === undefined || alert === 'SEAL_OPEN'
        ? []
        : fault('/payload/authorised', `pas d'ouverture dans ${alert ?? 'une position'}`),
  },
});

/** R42: a fix has a place. */
export const fixLocated = defineRule({
  id: 'R42',
  fr: 'Un événement dont la position est du moment (FIX) la donne.',
  en: 'An event with a fix of the moment (FIX) gives its position.',
  pointer: '/payload/position',
  source: 'assumption: what FIX means',
  checks: {
    TrackingEvent: ({ gnss, position }) =>
      gnss !== 'FIX' || position ? [] : fault('/payload/position', 'position du moment absente'),
  },
});

/** R43: a hand-over names both devices. */
export const relievedNamed = defineRule({
  id: 'R43',
  fr: "Une relève nomme la balise relevée ; une pose ou une dépose n'en nomme aucune autre.",
  en: 'A transfer names the device relieved; an attachment or a removal names no other.',
  pointer: '/payload/replaces',
  source: 'draft message set AT16 (TRANSFER)',
  checks: {
    DeviceAssignment: ({ action, replaces }) => {
      if ((action === 'TRANSFER') === (replaces !== undefined)) return [];
      return fault(
        '/payload/replaces',
        replaces ? `pas de relève dans ${action}` : 'balise relevée non nommée',
      );
    },
  },
});

/** R44: the ledger of assignments knows where a device is. */
export const deviceFree = defineFunctionalRule({
  id: 'R44',
  fr: "Une balise posée n'est pas sur un autre mouvement en cours.",
  en: 'A device that is attached is not on another open movement.',
  pointer: '/payload/deviceId',
  source: 'assumption: a device is in one place',
  code: 'DEVICE_IN_USE',
  messages: ['DeviceAssignment'],
});

/** R45: a second device comes by relief. */
export const oneDevice = defineFunctionalRule({
  id: 'R45',
  fr: "Un mouvement n'a qu'une balise à la fois : une autre vient par relève.",
  en: 'A movement has one device at a time: another comes by transfer.',
  pointer: '/payload/action',
  source: 'assumption: two devices would tell two journeys',
  code: 'DEVICE_ALREADY_ATTACHED',
  messages: ['DeviceAssignment'],
});

/** R46: who is not attached can neither be taken off nor report. */
export const deviceAttached = defineFunctionalRule({
  id: 'R46',
  fr: 'La balise déposée, relevée ou qui rapporte est celle du mouvement à cet instant.',
  en: 'The device that is taken off, relieved or that reports is that of the movement at that instant.',
  pointer: '/payload/deviceId, of a transfer /payload/replaces',
  source: 'draft message set E13',
  code: 'DEVICE_NOT_ATTACHED',
  messages: ['DeviceAssignment', 'TrackingEvent'],
});

/** R47: the device is on the truck that was declared. */
export const declaredVehicle = defineFunctionalRule({
  id: 'R47',
  fr: "Le véhicule est celui de l'avis de transit, ou d'un transbordement rapporté depuis.",
  en: 'The vehicle is that of the transit notice, or of a transhipment reported since.',
  pointer: '/payload/plate',
  source: 'assumption: a device swapped onto another truck',
  code: 'VEHICLE_DIFFERS',
  messages: ['DeviceAssignment'],
});

/** R48: a platform tracks devices that it knows. */
export const deviceKnown = defineFunctionalRule({
  id: 'R48',
  fr: 'La balise est connue de sa plateforme.',
  en: 'The device is known to its platform.',
  pointer: '/payload/deviceId',
  source: 'assumption: nobody listens to it otherwise',
  code: 'UNKNOWN_DEVICE',
  messages: ['DeviceAssignment'],
});

/** R49: what is over is not tracked any more. */
export const trackedWhileOpen = defineFunctionalRule({
  id: 'R49',
  fr: "Un événement de suivi n'est pas postérieur à la fin du mouvement.",
  en: 'A tracking event is not later than the end of the movement.',
  pointer: '/payload/recordedAt',
  source: 'assumption: nobody is concerned any more',
  code: 'MOVEMENT_ENDED',
  messages: ['TrackingEvent'],
});
