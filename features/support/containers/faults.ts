import { HarnessError, InconclusiveError, ScenarioError } from '../errors.ts';
import { reasonIn } from './run-network.ts';

/** Why a container is not there, as a sentence with its remedy. */
export function notStarted(name: string, image: string, error: unknown): ScenarioError {
  if (error instanceof ScenarioError) return error;
  const { statusCode } = error as { statusCode?: number };
  const reason = reasonIn(error);
  const fault = (code: string, seen: string, remedy: string) =>
    new HarnessError(code, `Le conteneur « ${name} » (${image}) n'a pas démarré : ${seen}.`, remedy, {
      cause: error,
    });
  if (statusCode === 404 || /does not exist locally/.test(reason)) return imageMissing(name, image, error);
  if (/port is already allocated|address already in use|ports are not available/i.test(reason))
    return fault(
      'PORT_IN_USE',
      portIn(reason),
      'Arrêtez le programme qui le tient, ou donnez un autre « publish » dans le fichier --images.',
    );
  if (/ECONNREFUSED|ECONNRESET|ENOENT|socket hang up|EPIPE/.test(reason)) return engineGone(error);
  if (/\/v2\/|manifest|pull access denied|toomanyrequests/i.test(reason))
    return notPulled(name, image, error);
  return fault('CONTAINER_NOT_STARTED', reason, `Essayez : docker run --rm ${image}`);
}

const portIn = (reason: string): string => {
  const port = /:(\d+)(?: failed|:|$| )/.exec(reason)?.[1];
  return `le port ${port ?? 'demandé'} de cette machine est déjà pris`;
};

export const imageMissing = (name: string, image: string, cause?: unknown): HarnessError =>
  new HarnessError(
    'IMAGE_NOT_FOUND',
    `Le moteur n'a pas l'image « ${image} » de la partie « ${name} ».`,
    'Faites les images : corridor images build (sur Debian ou Ubuntu sans registre : --from-debian), ou chargez-les : corridor images load DOSSIER.',
    { cause },
  );

const notPulled = (name: string, image: string, cause: unknown): HarnessError =>
  new HarnessError(
    'IMAGE_NOT_PULLED',
    `Le moteur n'a pas l'image « ${image} » de la partie « ${name} » et ne peut pas la tirer : ${reasonIn(cause)}.`,
    'Vérifiez le registre (CORRIDOR_IMAGE_PREFIX, ou « prefix » du fichier --images), faites les images sous ce nom (corridor images build) ou chargez-les : corridor images load DOSSIER.',
    { cause },
  );

export const imageStale = (image: string): HarnessError =>
  new HarnessError(
    'IMAGE_NOT_OF_THESE_SOURCES',
    `L'image « ${image} » n'a pas été faite des sources d'ici : ce qu'elle contient n'est pas ce qui serait jugé.`,
    'Refaites-la : corridor images build stack (sans registre : --from-debian).',
  );

/** A container that ended before it was ready; its last words are quoted. */
export const diedAtOnce = (name: string, image: string, code: number, lastLine: string): HarnessError =>
  new HarnessError(
    'CONTAINER_DIED',
    `Le conteneur « ${name} » (${image}) s'est arrêté aussitôt (code ${code}) ; il a dit : ${JSON.stringify(lastLine.slice(0, 400))}.`,
    'Corrigez ce qui est dit là ; « corridor images build » refait une image abîmée.',
  );

export const neverReady = (name: string, seconds: number, lastLine: string): HarnessError =>
  new HarnessError(
    'CONTAINER_NOT_READY',
    `Le conteneur « ${name} » n'est pas prêt après ${seconds} s ; il a dit en dernier : ${JSON.stringify(lastLine.slice(0, 400))}.`,
    'Voyez si la machine est surchargée ; puis relancez la campagne.',
  );

/** Nobody's fault that we could know of: nothing can be said of the stack any more. */
export const engineGone = (cause: unknown): InconclusiveError =>
  new InconclusiveError(
    `Le moteur de conteneurs ne répond plus : ${reasonIn(cause)}.`,
    'Relancez le moteur ; la campagne suivante retire ce que celle-ci laisse.',
    { cause },
  );
