import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { StackError } from '../errors.ts';
import { readServices } from './service-options.ts';

const GIVEN = '{"tariff":"http://127.0.0.1:8080/tariff","vehicle-register":"https://vehicules.example/"}';
const READ = [
  ['tariff', 'http://127.0.0.1:8080/tariff'],
  ['vehicle-register', 'https://vehicules.example/'],
];

test('services are read from JSON or from a file with it; without the option none is asked', () => {
  assert.deepEqual([...readServices(GIVEN)], READ);
  assert.deepEqual([...readServices(undefined)], []);
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-services-'));
  try {
    const file = path.join(folder, 'services.json');
    writeFileSync(file, GIVEN);
    assert.deepEqual([...readServices(file)], READ);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const bad: Readonly<Record<string, [given: string, seen: RegExp]>> = {
  'a file that is not there': [
    '/nowhere/services.json',
    /neither a JSON object nor a file at "\/nowhere\/services.json" \(ENOENT\)/,
  ],
  'a folder': [tmpdir(), /\(it is a folder\)/],
  'a device without end': ['/dev/zero', /\(it is a pipe or a device, no file\)/],
  'JSON that is broken': ['{"tariff":"http://me:geheim@x.example/"', /what was given is no JSON/],
  'a file that is no JSON': [__filename, /service-options\.test\.ts" is no JSON \(/],
  'a name of no service': ['{"tarif":"http://x.example"}', /no service named "tarif"/],
  'an address that is none': ['{"tariff":"here"}', /address of tariff is "\\"here\\""/],
  'a number': ['{"tariff":8080}', /address of tariff is "8080"/],
  'another protocol': ['{"tariff":"ftp://x.example"}', /ftp:/],
  'a query': ['{"tariff":"http://x.example/?key=1"}', /key=1/],
  'a password': ['{"tariff":"http://me:geheim@x.example/"}', /\*\*\*@x\.example/],
  'a password without slashes': ['{"tariff":"http:me:geheim@x.example/"}', /\*\*\*@x\.example/],
};

for (const [name, [given, seen]] of Object.entries(bad))
  test(`${name} is refused in a sentence`, () => {
    assert.throws(
      () => readServices(given),
      (error) =>
        error instanceof StackError &&
        error.code === 'SERVICES_NOT_VALID' &&
        error.exitCode === 4 &&
        error.message.startsWith('Failed to read --services: ') &&
        seen.test(error.message) &&
        !error.message.includes('geheim') &&
        error.hint !== '',
    );
  });
