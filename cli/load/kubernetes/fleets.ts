import { type DeviceRange, divided } from '../../../fixtures/load/device-ranges.ts';
import { fleetsOf, type PlannedFleet } from '../../../fixtures/load/fleets.ts';
import { labelsOf, metadataOf, nameOf } from './names.ts';
import type { KubernetesObject, SetOptions } from './set-options.ts';

const DAY_SECONDS = 86_400;

/** For each group of devices of the plan a Job whose pods have a range of its devices each, by their index. */
export const fleetJobs = (options: SetOptions): KubernetesObject[] =>
  fleetsOf(options.plan, options.salt).map((fleet, at) => fleetJob(options, fleet, at + 1));

function fleetJob(options: SetOptions, range: PlannedFleet, number: number): KubernetesObject {
  const part = `fleet-${number}`;
  const completions = podsOf(options, range);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadataOf(options, `${nameOf(options)}-${part}`, part),
    spec: {
      completionMode: 'Indexed',
      completions,
      // All at once: a range whose pod comes later is late for the plan.
      parallelism: completions,
      backoffLimit: 0,
      template: {
        metadata: { labels: labelsOf(options, part) },
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 120,
          securityContext: { runAsNonRoot: true, runAsUser: 1000 },
          containers: [fleetContainer(options, range, completions)],
        },
      },
    },
  };
}

/** As many pods as there are runners, and never one without a device. */
function podsOf({ runners }: SetOptions, range: DeviceRange): number {
  const { per, first, end } = divided(range, runners);
  return Math.ceil((end - first) / per);
}

function fleetContainer(options: SetOptions, range: PlannedFleet, completions: number) {
  const { per, first, end } = divided(range, completions);
  const { days, playedSeconds } = options.plan;
  const { protocol, platform, intervalMs } = range;
  const words = [
    ...['corridor', 'fleet', '--protocol', protocol, '--register', options.target.hub],
    ...['--platform', platform, '--seed', String(options.seed), '--format', 'json'],
    // By the clock of the devices, which goes as much faster as the plan is played.
    ...['--speed', String((days * DAY_SECONDS) / playedSeconds), '--interval', String(intervalMs / 1_000)],
    ...['--duration', String(days * DAY_SECONDS)],
  ];
  return {
    name: 'fleet',
    image: options.image,
    // The words come behind as they are: nothing of the plan is read by the shell.
    command: ['sh', '-c', RANGE, ...words],
    env: Object.entries({ FIRST: first, PER: per, END: end }).map(([name, value]) => ({
      name,
      value: String(value),
    })),
    resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  };
}

/** Which devices the pod of this index has; the number of the pod is an environment variable of an Indexed Job. */
const RANGE = [
  'first=$((FIRST + JOB_COMPLETION_INDEX * PER))',
  'left=$((END - first))',
  'exec "$0" "$@" --first "$first" --devices "$((left < PER ? left : PER))"',
].join('\n');
