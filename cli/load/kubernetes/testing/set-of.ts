import { join } from 'node:path';
import { packageRoot } from '../../../../features/support/package-root.ts';
import { readPlan } from '../../plan-file.ts';
import type { SetOptions } from '../set-options.ts';

/** Options of a set, as the command would settle them; the size of the traffic is made up. */
export const setOf = (plan: string, more: Partial<SetOptions> = {}): SetOptions => ({
  plan: readPlan(plan, packageRoot),
  target: {
    name: 'hub of the cluster',
    hub: 'http://hub.corridor.svc:8080',
    environment: 'test',
    host: '127.0.0.1',
    seatsUnderTest: ['hub'],
  },
  countries: ['BF', 'ML', 'NE', 'TG'],
  seed: 7,
  salt: 'k8s',
  at: Date.parse('2026-11-23T08:00:00Z'),
  runners: 3,
  image: 'corridor:0.1',
  k6Image: 'grafana/k6:2.2.0',
  separate: false,
  evidenceClaim: undefined,
  traffic: {
    together: 20,
    lastMs: 12_000,
    bytes: 300_000,
    offered: { movements: 12, messages: 100, questions: 10, bySecond: [] },
  },
  scripts: { 'movements.ts': '// the script' },
  ...more,
});

/** The plan of load/kubernetes/example. */
export const EXAMPLE = join(packageRoot, 'load', 'kubernetes', 'example', 'plan.yaml');
