import { type Capabilities, capabilities } from '../../profile/capabilities.ts';
import { InconclusiveError } from './errors.ts';

const ANSWER_WITHIN_MS = 10_000;

/** The statement of a stack about itself, from which scenarios are selected. */
export async function readCapabilities(hub: string): Promise<Capabilities> {
  const seen = await fetch(`${hub}/v0/capabilities`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    .then(async (answer) => ({ status: answer.status, body: (await answer.json()) as unknown }))
    .catch((error: unknown) => ({ status: 0, body: String(error) }));
  const parsed = capabilities.safeParse(seen.body);
  if (seen.status === 200 && parsed.success) return parsed.data;
  throw new InconclusiveError(
    `La cible ${hub} ne publie pas ses capacités : réponse ${seen.status || seen.body}.`,
    "Vérifiez l'adresse du hub, ou lancez « corridor doctor ».",
  );
}

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
