import { PROFILE_VERSION } from '../profile/envelope/envelope.ts';
import { errorCatalogue } from '../profile/errors/error-catalogue.ts';
import { allMessages } from '../profile/messages/messages.ts';
import { rules } from '../profile/rules/rules.ts';
import { movementStates } from '../profile/states/movement-states.ts';
import { timers } from '../profile/timers/timers.ts';

/** The profile in one object, for `corridor profile show --format json`. */
export function profileOverview() {
  return {
    version: PROFILE_VERSION,
    messages: allMessages.map(({ wireCode, name, french, sender, recipients, class: conformanceClass }) => ({
      wireCode,
      name,
      french,
      sender,
      recipients,
      class: conformanceClass,
    })),
    states: Object.keys(movementStates),
    rules: rules.map(({ id, fr, en }) => ({ id, fr, en })),
    timers: Object.values(timers).map(({ name, seconds, source }) => ({ name, seconds, source })),
    errors: Object.entries(errorCatalogue).map(([code, { layer, en }]) => ({ code, layer, en })),
  };
}

const section = (title: string, rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return [title, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)].join('\n');
};

/** The same for people. */
export function overviewText(): string {
  const { version, messages, states, rules: allRules, timers: allTimers, errors } = profileOverview();
  return [
    `AES-Togo interconnection profile ${version}`,
    section(
      'Messages',
      messages.map((m) => [`${m.wireCode} ${m.name}`, `${m.french} (${m.class})`]),
    ),
    section(
      'States',
      states.map((state) => [state, movementStates[state as keyof typeof movementStates].fr]),
    ),
    section(
      'Rules',
      allRules.map((rule) => [rule.id, rule.en]),
    ),
    section(
      'Timers',
      allTimers.map((timer) => [timer.name, `${timer.seconds} s`]),
    ),
    section(
      'Errors',
      errors.map((error) => [error.code, `${error.layer}: ${error.en}`]),
    ),
  ].join('\n\n');
}
