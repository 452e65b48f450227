import { planConfig, scriptsConfig } from './config-maps.ts';
import { fleetJobs } from './fleets.ts';
import { seatsJob, seatsService } from './seats.ts';
import type { SetFile, SetOptions } from './set-options.ts';
import { testRun } from './test-run.ts';

/** All documents of a run in a cluster, in the order in which they are applied. */
export const documentsOf = (options: SetOptions): SetFile[] => [
  {
    name: '10-config.yaml',
    about: 'The plan, the stack, and the k6 scripts.',
    objects: [planConfig(options), scriptsConfig(options)],
  },
  {
    name: '20-seats.yaml',
    about: 'The simulated countries that receive. Wait until their pod is ready before anything sends.',
    objects: [seatsService(options), seatsJob(options)],
  },
  ...fleetJobs(options).map((job, at) => ({
    name: `30-fleet-${at + 1}.yaml`,
    about: 'Tracking devices: each pod has a range of them, by its index.',
    objects: [job],
  })),
  {
    name: '40-testrun.yaml',
    about: 'The senders, by the k6-operator: it gives each runner its part of the movements.',
    objects: [testRun(options)],
  },
];
