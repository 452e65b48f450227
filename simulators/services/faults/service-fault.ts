import type { TrueStub } from '../doubles/double.ts';
import type { StubAnswer } from '../wiremock/stub.ts';

/** A way in which a service fails, made for one call to `begin`. */
export interface ServiceFaultOnce {
  readonly name: string;
  /** What an officer reads of it. */
  readonly french: string;
  /** The faulty answer is still one of the profile, and is checked to be so. */
  readonly keepsShape: boolean;
  /** How many calls of each request it spoils; absent: all, until it ends. */
  readonly times?: number;
  /** What the service answers instead; undefined where this fault has nothing to spoil. */
  spoil(right: TrueStub): Pick<TrueStub, 'answer' | 'shape'> | undefined;
}

/** What the file of one fault says. */
export interface ServiceFaultDefinition<Settings> {
  readonly name: string;
  readonly french: string;
  readonly keepsShape?: boolean;
  readonly times?: (settings: Settings) => number | undefined;
  readonly spoil: (answer: StubAnswer, settings: Settings, right: TrueStub) => Spoilt | undefined;
}

type Spoilt = StubAnswer | Pick<TrueStub, 'answer' | 'shape'>;

/** Makes a fault of its definition: a function of its settings. */
export const defineServiceFault =
  <Settings = void>({ name, french, keepsShape = false, times, spoil }: ServiceFaultDefinition<Settings>) =>
  (settings: Settings): ServiceFaultOnce => {
    const count = times?.(settings);
    return {
      name,
      french,
      keepsShape,
      ...(count === undefined ? {} : { times: count }),
      spoil: (right) => {
        const spoilt = spoil(right.answer, settings, right);
        return spoilt && 'answer' in spoilt ? spoilt : spoilt && { answer: spoilt, shape: right.shape };
      },
    };
  };

/** The request that makes the service hold something that it did not hold before. */
export const takesEffect = ({ request, state }: TrueStub): boolean =>
  request.method === 'PUT' && state?.to !== undefined && state.to !== state.in;

/** The members of a JSON body; undefined when it has none. */
export const membersOf = ({ body }: StubAnswer): Readonly<Record<string, never>> | undefined =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, never>)
    : undefined;
