import { stringify } from 'yaml';
import { metadataOf, nameOf, scriptsName, seatsName } from './names.ts';
import type { KubernetesObject, SetOptions } from './set-options.ts';

/** Where seats listen when the target file does not say. @source assumption */
const FIRST_PORT = 20_481;

/** Port of each simulated country: of the target file, else by their order. */
export const portsOf = ({ countries, target }: SetOptions): Record<string, number> =>
  Object.fromEntries(
    [...countries]
      .sort()
      .map((country, at) => [country, target.ports?.[country] || FIRST_PORT + at] as const),
  );

/** Plan and target, as every pod that makes or receives traffic reads them. */
export const planConfig = (options: SetOptions): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: metadataOf(options, nameOf(options), 'plan'),
  data: { 'plan.yaml': stringify(options.plan), 'target.yaml': stringify(targetFileOf(options)) },
});

/** The k6 scripts, flat: what they import of other folders are types, which k6 leaves out unread. */
export const scriptsConfig = (options: SetOptions): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: metadataOf(options, scriptsName(options), 'k6'),
  data: options.scripts,
});

/** As cli/target-file.ts reads it; the stack reaches the seats by their Service, unless the file named another address. */
function targetFileOf(options: SetOptions) {
  const { name, hub, environment, host } = options.target;
  return {
    name: name.slice(0, 80),
    hub,
    environment,
    host: host === undefined || isLoopback(host) ? seatsName(options) : host,
    seats: Object.fromEntries(Object.entries(portsOf(options)).map(([country, port]) => [country, { port }])),
  };
}

const isLoopback = (host: string): boolean => /^(localhost|127\.|\[?::1\]?$)/.test(host);
