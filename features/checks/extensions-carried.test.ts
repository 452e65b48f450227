import { test } from 'node:test';
import { extensionNotClaimed, extensionsCarried, extensionsPulled } from './extensions-carried.ts';
import { assertGreen, assertRed, consulted, delivered, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const withExtension = (content: unknown) => {
  const { payload, ...envelope } = notice;
  return { ...envelope, extensions: { '0.2:a': { mandatory: false, content } }, payload };
};
const sent = withExtension('é');
const { messageId } = notice;

test('extensions that reach each recipient as they were written are as required', () => {
  assertGreen(
    extensionsCarried([submitted(sent), delivered(sent, 'BF'), delivered(sent, 'ML')], messageId, [
      'BF',
      'ML',
    ]),
  );
});

test('extensions left out, rewritten, or sent to nobody are seen', () => {
  const of = (...told: Parameters<typeof delivered>[0][]) =>
    extensionsCarried([submitted(sent), ...told.map((one) => delivered(one, 'BF'))], messageId, ['BF']);
  assertRed(of(notice), /BF lit rien/);
  assertRed(of(withExtension('e')), /"e"/);
  assertRed(of(), /remis à : aucun/);
  assertRed(extensionsCarried([submitted(notice), delivered(notice, 'BF')], messageId, ['BF']), /^aucun$/);
});

test('a page without the extensions, and no page, are seen', () => {
  const page = (one: object) =>
    consulted(
      '/v0/participants/BF/messages',
      { messages: [{ cursor: 1, message: one }] },
      { from: 'BF', kind: 'pull' },
    );
  assertGreen(extensionsPulled([submitted(sent), page(sent)], messageId, 'BF'));
  assertRed(extensionsPulled([submitted(sent), page(notice)], messageId, 'BF'), /telles qu'écrites/);
  assertRed(extensionsPulled([submitted(sent)], messageId, 'BF'), /aucune page/);
});

test('an extension that is claimed, in a list or in another form, is seen', () => {
  const ics = (body: unknown) => [consulted('/v0/capabilities', body)];
  assertGreen(extensionNotClaimed(ics({}), '0.2:a'));
  assertGreen(extensionNotClaimed(ics({ extensions: ['0.2:b'] }), '0.2:a'));
  assertRed(extensionNotClaimed(ics({ extensions: ['0.2:a'] }), '0.2:a'), /0\.2:a/);
  assertRed(extensionNotClaimed(ics({ extensions: 'toutes' }), '0.2:a'), /toutes/);
  assertRed(extensionNotClaimed([], '0.2:a'), /réponse : rien/);
});
