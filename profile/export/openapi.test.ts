import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorCatalogue } from '../errors/error-catalogue.ts';
import { openApiDocument } from './openapi.ts';
import type { Node } from './openapi-parts.ts';
import { packageRoot } from './package-root.ts';

const document = JSON.parse(JSON.stringify(openApiDocument())) as Node;
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

interface Operation extends Node {
  operationId: string;
  parameters?: ({ $ref: string } | Node)[];
  requestBody?: { content: Record<string, Node> };
  responses: Record<string, { description?: string; content?: Record<string, Node> }>;
}

const operations = Object.entries(document['paths'] as Record<string, Record<string, Operation>>).flatMap(
  ([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

function nodesOf(value: unknown, visit: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value as Node);
  for (const part of Object.values(value)) nodesOf(part, visit);
}

function resolve(reference: string): unknown {
  assert.ok(reference.startsWith('#/'), reference);
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, step) => (node as Node | undefined)?.[step], document);
}

test('every reference of the document resolves, in discriminators too', () => {
  nodesOf(document, (node) => {
    if (typeof node['$ref'] === 'string') assert.ok(resolve(node['$ref']), node['$ref']);
    const mapping = (node['discriminator'] as { mapping?: Record<string, string> } | undefined)?.mapping;
    for (const target of Object.values(mapping ?? {})) assert.ok(resolve(target), target);
  });
});

test('the document has the structure of OpenAPI 3.1', () => {
  assert.match(String(document['openapi']), /^3\.1\./);
  const { title, version } = document['info'] as Node;
  assert.ok(title && version);
  assert.deepEqual(
    Object.keys(document).filter(
      (key) => !['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components'].includes(key),
    ),
    [],
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
});

for (const { path, method, operation } of operations) {
  test(`${method.toUpperCase()} ${path} has answers, bodies and parameters that OpenAPI allows`, () => {
    assert.ok(path.startsWith('/v0/') && METHODS.includes(method));
    assert.ok(Object.keys(operation.responses).some((status) => status.startsWith('2')));
    for (const [status, response] of Object.entries(operation.responses)) {
      assert.match(status, /^[1-5][0-9]{2}$/);
      assert.ok(response.description, `${status} has a description`);
      for (const media of Object.values(response.content ?? {})) assert.ok(media['schema']);
    }
    const parameters = (operation.parameters ?? []).map(
      (p) => ('$ref' in p ? resolve(String(p.$ref)) : p) as Node,
    );
    for (const p of parameters) {
      assert.ok(['path', 'query', 'header', 'cookie'].includes(String(p['in'])) && p['schema'] && p['name']);
      if (p['in'] === 'path') assert.equal(p['required'], true);
    }
    const named = parameters.filter((p) => p['in'] === 'path').map((p) => p['name']);
    assert.deepEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      named,
    );
  });
}

test('every problem of the document is one of the catalogue, with its status', () => {
  for (const { operation } of operations) {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      const shown = (content?.['application/problem+json']?.['examples'] ?? {}) as Record<
        string,
        { value: Node }
      >;
      for (const [code, { value }] of Object.entries(shown)) {
        const known = errorCatalogue[code as keyof typeof errorCatalogue] as {
          layer: string;
          status?: number;
        };
        assert.equal(known.layer, 'transport');
        assert.equal(String(known.status), status);
        assert.equal(value['code'], code);
      }
    }
  }
});

test('the document holds every request that the binding page names, and no other', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'profile', 'binding.md'), 'utf8');
  const told = [...page.matchAll(/`(GET|PUT|POST) (\/v0\/[^`?\s]+)/g)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  const held = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  assert.deepEqual([...new Set(held)].sort(), [...new Set(told)].sort());
});
