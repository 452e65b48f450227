import type { TargetDescription } from '../../../features/support/targets/target.ts';
import type { LoadPlan } from '../../../fixtures/load/plan.ts';
import type { PreparedTraffic } from '../prepare-traffic.ts';

/** What the documents of a run in a cluster are made from. */
export interface SetOptions {
  readonly plan: LoadPlan;
  /** The stack, by addresses that hold inside the cluster. */
  readonly target: TargetDescription;
  readonly countries: readonly string[];
  readonly seed: number;
  readonly salt: string;
  /** For which moment the traffic is made, ms since the epoch. */
  readonly at: number;
  /** Pods that send, and pods of each group of devices. */
  readonly runners: number;
  /** Image of Corridor. */
  readonly image: string;
  readonly k6Image: string;
  /** Each runner on a node of its own. */
  readonly separate: boolean;
  /** Volume claim to which evidence goes; without it pods keep it in their logs and beside the seats. */
  readonly evidenceClaim: string | undefined;
  /** Size of what is sent. */
  readonly traffic: Pick<PreparedTraffic, 'together' | 'lastMs' | 'offered'> & { readonly bytes: number };
  /** The k6 scripts of the package, text by file name. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** A document for the cluster; what it holds is checked against the published schemas by documents.test.ts. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly [field: string]: unknown;
}

/** Objects in one file of the set. */
export interface SetFile {
  readonly name: string;
  /** What a reader of the file is told in its first lines. */
  readonly about: string;
  readonly objects: readonly KubernetesObject[];
}

/** Where what is, in every pod. */
export const PLACES = { plan: '/plan', traffic: '/traffic', runs: '/runs', evidence: '/evidence' } as const;
