import { LOAD_FILES } from '../../../reports/load/load-run.ts';
import { loadWords } from './corridor-words.ts';
import { metadataOf, nameOf, scriptsName } from './names.ts';
import { type KubernetesObject, PLACES, type SetOptions } from './set-options.ts';

const MEBIBYTE = 1_048_576;
const STEP_MEBIBYTES = 64;
/** Memory of k6 itself, of a virtual user, and of text as k6 holds it against its bytes. @source assumption, on the safe side */
const K6_MEBIBYTES = { itself: 256, user: 4, text: 3 } as const;

/** The senders: the operator starts so many runners, gives each its execution segment, and lets all go at once. */
export const testRun = (options: SetOptions): KubernetesObject => {
  const { runners, separate, evidenceClaim } = options;
  return {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: metadataOf(options, nameOf(options), 'senders'),
    spec: {
      parallelism: runners,
      separate,
      script: { configMap: { name: scriptsName(options), file: 'movements.ts' } },
      arguments: argumentsOf(options).join(' '),
      // Logs go when pods go: only where evidence has a place of its own.
      ...(evidenceClaim !== undefined && { cleanup: 'post' }),
      // The operator looks at the script before: with the same files.
      initializer: podOf(options, []),
      runner: podOf(options, evidenceEnv(options)),
    },
  };
};

/** The evidence is what the script prints: in the log of its pod, or in a file of the claim by the name of the pod. */
const argumentsOf = ({ evidenceClaim }: SetOptions): string[] => [
  ...['--no-usage-report', '--no-color', '--log-format', 'raw', '--log-output'],
  evidenceClaim === undefined ? 'stdout' : `file=${PLACES.evidence}/$(POD_NAME).log`,
  ...['-e', `RUN=${PLACES.traffic}/${LOAD_FILES.k6Run}`],
  ...['-e', `TRAFFIC=${PLACES.traffic}/${LOAD_FILES.traffic}`],
];

const evidenceEnv = ({ evidenceClaim }: SetOptions) =>
  evidenceClaim === undefined
    ? []
    : [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }];

/** A pod makes the traffic for itself before k6 starts: the same bytes as every other. */
function podOf(options: SetOptions, env: readonly object[]) {
  const { image, k6Image, runners, evidenceClaim } = options;
  const traffic = { name: 'traffic', mountPath: PLACES.traffic };
  const words = ['--prepare-only', PLACES.traffic, '--segment', `1/${runners}`];
  return {
    image: k6Image,
    ...(env.length > 0 && { env }),
    // The claim is written by the account of k6, and read by ours.
    ...(evidenceClaim !== undefined && { securityContext: { fsGroup: 1000 } }),
    initContainers: [
      {
        name: 'traffic',
        image,
        command: [...loadWords(options), ...words],
        volumeMounts: [{ name: 'plan', mountPath: PLACES.plan }, traffic],
      },
    ],
    resources: resourcesOf(options),
    volumes: [
      { name: 'plan', configMap: { name: nameOf(options) } },
      { name: 'traffic', emptyDir: {} },
      ...(evidenceClaim === undefined
        ? []
        : [{ name: 'evidence', persistentVolumeClaim: { claimName: evidenceClaim } }]),
    ],
    volumeMounts: [
      { ...traffic, readOnly: true },
      ...(evidenceClaim === undefined ? [] : [{ name: 'evidence', mountPath: PLACES.evidence }]),
    ],
  };
}

/** By what is on the road at a time and how large the traffic is. */
function resourcesOf({ traffic, runners }: SetOptions) {
  const { itself, user, text } = K6_MEBIBYTES;
  const needed = itself + (traffic.together / runners) * user + (traffic.bytes / MEBIBYTE) * text;
  const memory = Math.ceil(needed / STEP_MEBIBYTES) * STEP_MEBIBYTES;
  return {
    requests: { cpu: '1', memory: `${memory}Mi` },
    limits: { memory: `${memory * 2}Mi` },
  };
}
