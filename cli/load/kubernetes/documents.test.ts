import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { partOf } from '../../../fixtures/load/device-ranges.ts';
import { fleetsOf } from '../../../fixtures/load/fleets.ts';
import { temporaryFolder } from '../../testing/corridor-process.ts';
import { documentsOf } from './documents.ts';
import type { KubernetesObject, SetOptions } from './set-options.ts';
import { schemaErrors } from './testing/published-schemas.ts';
import { EXAMPLE, setOf } from './testing/set-of.ts';

const objectsOf = (options: SetOptions): KubernetesObject[] =>
  documentsOf(options).flatMap(({ objects }) => objects);

const oneOf = (options: SetOptions, kind: string): Tree =>
  structuredClone(objectsOf(options).find((one) => one.kind === kind)) as unknown as Tree;

/** A document as tests bend it. */
type Tree = { [field: string]: Tree } & Tree[];

test('the documents of two plans are what the published schemas of Kubernetes and of the k6-operator allow', () => {
  const errors = schemaErrors();
  for (const plan of ['ordinary-day', EXAMPLE])
    for (const more of [{}, { evidenceClaim: 'evidence', separate: true, runners: 1 }])
      for (const one of objectsOf(setOf(plan, more)))
        assert.deepEqual(errors(one), [], `${plan} ${one.kind} ${one.metadata.name}`);
});

test('a document with an unknown field, without what is required, or with a value of another kind is refused', () => {
  const errors = schemaErrors();
  const options = setOf(EXAMPLE);
  const bent = (kind: string, bend: (document: Tree) => void): string => {
    const document = oneOf(options, kind);
    bend(document);
    return errors(document).join('\n');
  };
  assert.match(
    bent('TestRun', ({ spec }) => void delete spec?.['parallelism']),
    /required .*parallelism/,
  );
  assert.match(
    bent('TestRun', ({ spec }) => Object.assign(spec ?? {}, { paralelism: 3 })),
    /additional.*paralelism/,
  );
  assert.match(
    bent('TestRun', ({ spec }) => Object.assign(spec ?? {}, { cleanup: 'pre' })),
    /cleanup/,
  );
  assert.match(
    bent('TestRun', ({ spec }) =>
      Object.assign(spec?.['runner']?.['initContainers']?.[0] ?? {}, { ports: [] }),
    ),
    /additional.*ports/,
  );
  assert.match(
    bent('Job', ({ spec }) => Object.assign(spec ?? {}, { completionMode: 'Numbered' })),
    /completionMode/,
  );
  assert.match(
    bent('Job', ({ spec }) => void delete spec?.['template']?.['spec']?.['containers']?.[0]?.['name']),
    /required .*name/,
  );
  assert.match(
    bent('Service', ({ spec }) => Object.assign(spec?.['ports']?.[0] ?? {}, { port: 'eighty' })),
    /port/,
  );
  assert.match(
    bent('ConfigMap', (document) => Object.assign(document['data'] ?? {}, { 'plan.yaml': 3 })),
    /plan\.yaml/,
  );
});

test('every pod makes the same traffic, for as many parts as there are runners', () => {
  const { spec } = oneOf(setOf(EXAMPLE, { runners: 5 }), 'TestRun');
  assert.equal(spec?.['parallelism'], 5);
  const command = spec?.['runner']?.['initContainers']?.[0]?.['command'] as unknown as string[];
  assert.deepEqual(command, spec?.['initializer']?.['initContainers']?.[0]?.['command']);
  const line = command.join(' ');
  for (const words of ['--at 2026-11-23T08:00:00.000Z', '--seed 7', '--salt k8s', '--segment 1/5'])
    assert.ok(line.includes(words), line);
});

test('a fleet of N pods has together exactly the devices of one, as their shells work them out', () => {
  using folder = temporaryFolder();
  const told = join(folder.path, 'corridor');
  writeFileSync(told, '#!/bin/sh\necho "$@"\n');
  chmodSync(told, 0o755);
  const PATH = `${folder.path}:${process.env['PATH']}`;
  for (const runners of [1, 2, 3, 7]) {
    const options = setOf(EXAMPLE, { runners });
    const jobs = objectsOf(options).filter(({ metadata }) => metadata.name.includes('-fleet-'));
    assert.equal(jobs.length, 2);
    for (const [at, range] of fleetsOf(options.plan, options.salt).entries()) {
      const spec = (jobs[at] as unknown as Tree)['spec'] as Tree;
      const completions = Number(spec['completions']);
      const container = spec['template']?.['spec']?.['containers']?.[0] as unknown as Fleet;
      const numbers: number[] = [];
      for (let index = 0; index < completions; index += 1) {
        const [program = '', ...words] = container.command;
        const given = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
        const env = { ...given, PATH, JOB_COMPLETION_INDEX: String(index) };
        const { stdout, stderr } = spawnSync(program, words, { env, encoding: 'utf8' });
        const [, first, devices] =
          / --first (\d+) --devices (\d+)\n$/.exec(stdout) ?? assert.fail(stdout + stderr);
        assert.ok(Number(devices) > 0, 'a pod has a device');
        assert.equal(Number(devices), partOf(range, index, completions).devices);
        for (let next = 0; next < Number(devices); next += 1) numbers.push(Number(first) + next);
      }
      assert.deepEqual(
        numbers,
        Array.from({ length: range.devices }, (_, next) => range.first + next),
      );
    }
  }
});

interface Fleet {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

test('nothing of a plan is read by a shell: the words of a fleet come behind its script as they are', () => {
  const options = setOf(EXAMPLE);
  const trackers = options.plan.trackers.map((one) => ({
    ...one,
    platform: '$(touch /tmp/never)' as typeof one.platform,
  }));
  const job = objectsOf({ ...options, plan: { ...options.plan, trackers } }).find(({ metadata }) =>
    metadata.name.endsWith('-fleet-1'),
  ) as unknown as Tree;
  const container = job['spec']?.['template']?.['spec']?.['containers']?.[0] as unknown as Fleet;
  const [, , script = '', ...words] = container.command;
  assert.doesNotMatch(script, /touch/);
  assert.ok(words.includes('$(touch /tmp/never)'));
});

test('names stay short enough for what the operator puts behind them', () => {
  const options = setOf(EXAMPLE);
  const plan = { ...options.plan, plan: `a${'-long'.repeat(11)}` };
  for (const { metadata } of objectsOf({ ...options, plan })) {
    assert.ok(metadata.name.length <= 63, metadata.name);
    assert.match(metadata.name, /^[a-z]([a-z0-9-]*[a-z0-9])?$/);
  }
});
