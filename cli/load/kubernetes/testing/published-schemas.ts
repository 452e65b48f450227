import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { packageRoot } from '../../../../features/support/package-root.ts';

const ROOTS: Readonly<Record<string, string>> = {
  'k6.io/v1alpha1 TestRun': 'testrun#/$defs/TestRun',
  'batch/v1 Job': 'kubernetes#/$defs/batch.v1.Job',
  'v1 ConfigMap': 'kubernetes#/$defs/core.v1.ConfigMap',
  'v1 Service': 'kubernetes#/$defs/core.v1.Service',
};

/** What the published schemas (load/kubernetes/schemas) say against a document, one sentence each; none: it is valid. */
export function schemaErrors(): (document: unknown) => string[] {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  for (const name of ['kubernetes', 'testrun']) {
    const file = join(packageRoot, 'load', 'kubernetes', 'schemas', `${name}.yaml`);
    ajv.addSchema({ $id: name, ...(parse(readFileSync(file, 'utf8')) as object) });
  }
  return (document) => {
    const { apiVersion, kind } = document as { apiVersion: string; kind: string };
    const root = ROOTS[`${apiVersion} ${kind}`];
    if (root === undefined) return [`there is no schema of ${apiVersion} ${kind}`];
    const validate = ajv.getSchema(root);
    if (!validate) throw new RangeError(`No schema ${root}.`);
    return validate(document)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  };
}
