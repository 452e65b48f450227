import { type Capabilities, capabilities } from '../../profile/capabilities.ts';
import { type AskFault, ask } from './ask.ts';
import { HarnessError, InconclusiveError } from './errors.ts';
import type { TargetDescription } from './targets/target.ts';

const ANSWER_WITHIN_MS = 10_000;

const SEEN_INSTEAD: Readonly<Record<AskFault['kind'], (detail: string) => string>> = {
  unreachable: (code) => `rien n'écoute à cette adresse (${code})`,
  timeout: (seconds) => `pas de réponse entière en ${seconds} s`,
  cut: (code) => `la liaison s'est rompue avant la réponse (${code})`,
  'too-large': (bytes) => `une réponse de plus de ${bytes} octets`,
  redirect: (location) => `une redirection vers ${location}, qui n'est pas suivie`,
  status: (status) => `réponse ${status}`,
  html: (text) => `une page web : ${text}`,
  'not-json': (text) => (text === '' ? 'une réponse vide' : `autre chose qu'un objet JSON : ${text}`),
};

/**
 * The statement of a stack about itself, from which scenarios are selected.
 * @throws InconclusiveError when there is none; HarnessError when it is another environment than the one described
 */
export async function readCapabilities(
  { hub, environment }: Pick<TargetDescription, 'hub' | 'environment'>,
  withinMs: number = ANSWER_WITHIN_MS,
): Promise<Capabilities> {
  const asked = await ask(`${hub}/v0/capabilities`, { withinMs });
  if (!asked.body) throw noStatement(hub, SEEN_INSTEAD[asked.fault.kind](asked.fault.detail));
  const parsed = capabilities.safeParse(asked.body);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path[0]))];
    throw noStatement(hub, `champs absents ou illisibles : ${fields.join(', ')}`);
  }
  if (parsed.data.environment === environment) return parsed.data;
  throw new HarnessError(
    'OTHER_ENVIRONMENT',
    `La cible ${hub} dit être en « ${parsed.data.environment} », sa description dit « ${environment} » : rien n'a été envoyé.`,
    'Corrigez « environment » ou « hub » dans le fichier cible.',
  );
}

const noStatement = (hub: string, seen: string): InconclusiveError =>
  new InconclusiveError(
    `La cible ${hub} ne publie pas ses capacités (GET /v0/capabilities) : ${seen}.`,
    "Vérifiez que la cible tourne et l'adresse du hub, ou lancez « corridor doctor --target FICHIER ».",
  );

/** What a scenario asks of the target by its tags, and why it does not apply where that is missing. */
export const capabilityTags: Readonly<
  Record<string, { claimed: (ics: Capabilities) => boolean; missing: string }>
> = {
  '@horloge': { claimed: ({ testClock }) => testClock, missing: "La cible n'a pas d'horloge de test." },
  '@registre-garanties': {
    claimed: ({ guaranteeRegister }) => guaranteeRegister,
    missing: 'La cible ne tient pas le registre des garanties.',
  },
  '@arrivee-et-resultat': {
    claimed: ({ mergedArrival }) => mergedArrival,
    missing: "La cible n'accepte pas l'arrivée et le résultat du contrôle en un seul message.",
  },
};

/** Why a scenario does not apply to a target; undefined when it does. */
export function whyNotApplicable(
  tags: readonly string[],
  classes: readonly string[],
  ics: Capabilities,
): string | undefined {
  for (const tag of tags) {
    const needed = capabilityTags[tag];
    if (needed && !needed.claimed(ics)) return needed.missing;
  }
  const unclaimed = classes.filter((name) => !(ics.classes as readonly string[]).includes(name));
  return unclaimed.length > 0
    ? `La cible ne déclare pas la classe « ${unclaimed.join(' », « ')} ».`
    : undefined;
}
