import { portsOf } from './config-maps.ts';
import { loadWords } from './corridor-words.ts';
import { labelsOf, metadataOf, nameOf, seatsName } from './names.ts';
import { type KubernetesObject, PLACES, type SetOptions } from './set-options.ts';

/** Longer than queues may take to drain: the pod is not killed meanwhile. */
const GRACE_SECONDS = 900;
/** After the plan: retries, draining, the books of each movement. @source assumption */
const AFTERWARDS_SECONDS = 3_600;

/** The address under which the stack delivers to the simulated countries. */
export const seatsService = (options: SetOptions): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: metadataOf(options, seatsName(options), 'seats'),
  spec: {
    selector: labelsOf(options, 'seats'),
    ports: Object.entries(portsOf(options)).map(([country, port]) => ({
      name: country.toLowerCase(),
      port,
      targetPort: port,
      protocol: 'TCP',
    })),
  },
});

/** The simulated countries, in one pod, which also asks for queues and books: until the plan is over and all queues are empty. */
export function seatsJob(options: SetOptions): KubernetesObject {
  const { traffic } = options;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadataOf(options, seatsName(options), 'seats'),
    spec: {
      backoffLimit: 0,
      // Nobody ever sent: the pod does not wait for ever.
      activeDeadlineSeconds: Math.ceil(traffic.lastMs / 1_000) + AFTERWARDS_SECONDS + 86_400,
      template: { metadata: { labels: labelsOf(options, 'seats') }, spec: podOf(options) },
    },
  };
}

function podOf(options: SetOptions) {
  const { image, evidenceClaim } = options;
  const runs = { name: 'runs', mountPath: PLACES.runs };
  const keeper = { name: 'evidence', image, command: ['sh', '-c', KEEP], volumeMounts: [runs] };
  return {
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: GRACE_SECONDS,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000 },
    containers: [seatsContainer(options), ...(evidenceClaim === undefined ? [keeper] : [])],
    volumes: [
      { name: 'plan', configMap: { name: nameOf(options) } },
      {
        name: 'runs',
        ...(evidenceClaim === undefined
          ? { emptyDir: {} }
          : { persistentVolumeClaim: { claimName: evidenceClaim } }),
      },
    ],
  };
}

/** A pod that has ended gives no files: one container stays until the run folder has been taken. */
const KEEP = `until [ -e ${PLACES.runs}/taken ]; do sleep 5; done`;

function seatsContainer(options: SetOptions) {
  const ports = Object.entries(portsOf(options));
  return {
    name: 'seats',
    image: options.image,
    command: [...loadWords(options), '--only-seats', '--out', PLACES.runs],
    ports: ports.map(([country, containerPort]) => ({ name: country.toLowerCase(), containerPort })),
    // Made at once they are, with registration, once the last of them listens.
    readinessProbe: { tcpSocket: { port: ports.at(-1)?.[1] ?? 0 }, periodSeconds: 2, failureThreshold: 60 },
    resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '2Gi' } },
    volumeMounts: [
      { name: 'plan', mountPath: PLACES.plan, readOnly: true },
      { name: 'runs', mountPath: PLACES.runs },
    ],
  };
}
