import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { serviceNames } from '../services/service-names.ts';
import { serviceProblemOf, serviceProblems } from '../services/service-problems.ts';
import { serviceDocuments, serviceOpenApi } from './openapi-services.ts';
import { packageRoot } from './package-root.ts';
import { serviceSchemas } from './schemas.ts';

test('every service has a description whose references resolve', () => {
  assert.deepEqual(
    serviceDocuments().map(([path]) => path),
    serviceNames.map((name) => `services/${name}.openapi.json`),
  );
  for (const [path, document] of serviceDocuments()) {
    const text = JSON.stringify(document);
    const { schemas } = JSON.parse(text).components as { schemas: object };
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([\w-]+)"/g))
      assert.ok(name in schemas, `${path}: ${name}`);
  }
});

test('the page of the services tells each request that the descriptions hold', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'profile', 'services.md'), 'utf8');
  for (const name of serviceNames) {
    const paths = serviceOpenApi(name)['paths'] as Record<string, Record<string, unknown>>;
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods))
        assert.match(page, new RegExp(`\`${method.toUpperCase()} ${path.replace(/[{}/]/g, '\\$&')}`), name);
  }
});

test('every refusal of the page is one of the code, with its status, and the other way round', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'profile', 'services.md'), 'utf8');
  const rows = page.slice(page.indexOf('## 6.')).matchAll(/^\| (`[^|]+`) \| ([0-9]{3}) \|/gm);
  const told = [...rows].flatMap(([, codes = '', status]) =>
    [...codes.matchAll(/`(\w+)`/g)].map(([, code]) => `${code} ${status}`),
  );
  const held = Object.entries(serviceProblems).map(([code, { status }]) => `${code} ${status}`);
  assert.deepEqual(told.sort(), held.sort());
});

test('the schema of a refusal takes a refusal and no other problem', () => {
  const schema = serviceSchemas().find(({ name }) => name === 'service:problem')?.schema;
  const accepts = new Ajv({ strict: true }).compile(schema ?? {});
  assert.ok(accepts(serviceProblemOf('G03')));
  assert.ok(!accepts({ ...serviceProblemOf('G03'), type: 'about:blank' }));
});
