import { test } from 'node:test';
import { classClaimed, sameEnvironment } from './stack-statement.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted } from './testing/evidence.ts';

const ics = { classes: ['base'], messages: ['TransitNotice', 'DepartureRelease'], environment: 'test' };
const capabilities = (body: unknown) => consulted('/v0/capabilities', body);
const health = (body: unknown) => consulted('/v0/health', body);

test('a class with its messages is as required; a message or the class missing is seen', () => {
  assertGreen(classClaimed([capabilities(ics)], 'base', ['TransitNotice', 'DepartureRelease']));
  assertRed(
    classClaimed([capabilities(ics)], 'base', ['TransitNotice', 'BorderPassage']),
    /absents : BorderPassage/,
  );
  assertRed(classClaimed([capabilities({ ...ics, classes: [] })], 'base', []), /classes : aucun/);
  assertRedWhenMisshapen('messages', capabilities, (records) =>
    classClaimed(records, 'base', ['TransitNotice']),
  );
});

test('another environment in health than in the capabilities, and none at all, are seen', () => {
  assertGreen(sameEnvironment([capabilities(ics), health({ environment: 'test' })]));
  assertRed(sameEnvironment([capabilities(ics), health({ environment: 'production' })]), /: production$/);
  assertRed(sameEnvironment([capabilities({}), health({})]), /^rien$/);
});
