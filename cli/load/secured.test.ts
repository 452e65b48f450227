import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { pack } from '../../fixtures/load/pack.ts';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { canonicalForm } from '../../profile/envelope/digest.ts';
import { packageRoot } from '../../profile/export/package-root.ts';
import { temporaryFolder } from '../testing/corridor-process.ts';
import { findK6 } from './find-k6.ts';
import { withoutK6 } from './testing/needs-k6.ts';

const ID = '019b8c00-0000-7000-8000-000000000001';
const SCRIPT = join(packageRoot(), 'load', 'k6', 'movements.ts');

/** A hub behind TLS that asks for a client certificate, and keeps what came. */
interface SecuredHub extends AsyncDisposable {
  readonly url: string;
  readonly received: {
    readonly body: string;
    readonly headers: IncomingHttpHeaders;
    readonly caller: string;
  }[];
}

/** Certificates of a synthetic authority, of the hub and of a caller, valid for a day, as PEM files in the folder. */
function certificates(folder: string): void {
  const run = (...words: string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  run(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '1',
    '-subj',
    '/CN=Autorite fictive',
  );
  for (const [name, subject] of [
    ['hub', '/CN=127.0.0.1'],
    ['caller', '/CN=Corridor fictif'],
  ] as const) {
    run('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
    writeFileSync(join(folder, 'ext'), 'subjectAltName=IP:127.0.0.1\n');
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1', '-extfile', 'ext'];
    run('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...signed);
  }
}

async function openHub(folder: string): Promise<SecuredHub> {
  const pem = (name: string): Buffer => readFileSync(join(folder, name));
  const tls = { key: pem('hub.key'), cert: pem('hub.pem'), ca: pem('ca.pem') };
  const received: SecuredHub['received'] = [];
  const server = createServer(
    { ...tls, requestCert: true, rejectUnauthorized: true },
    async (request, response) => {
      const caller = String((request.socket as TLSSocket).getPeerCertificate().subject?.CN);
      received.push({ body: await text(request), headers: request.headers, caller });
      response.writeHead(202, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ messageType: 'AT90', correlationId: ID }));
    },
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One message of one movement, sent by k6. @returns what k6 said */
async function sendOne(folder: string, run: Partial<RunFile> & Pick<RunFile, 'hubs'>): Promise<string> {
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const whole = canonicalForm({
    messageId: ID,
    messageType: 'AT01',
    preparedAt: '@',
    note: 'Avis fictif à Lomé',
  });
  const step = { atMs: 0, from: 'TG', name: 'TransitNotice', method: 'POST', path: '/v0/messages' } as const;
  const slots = ['preparedAt'] as const;
  const steps = [{ ...step, messageId: ID, pieces: whole.split('@'), slots }];
  const guarantee = { registrar: 'TG', reference: '26TGFICTIF000001' };
  const movement = { reference: '26TG0LOM1T00000014', corridor: 'X', countries: ['TG'], guarantee, steps };
  const runFile: RunFile = {
    binSeconds: 1,
    movementsPerBin: [1, 2],
    virtualUsers: { ready: 3, most: 3 },
    gracefulSeconds: 5,
    ...{ answerWithinMs: 5_000, giveUpMs: 0, retryMs: { first: 1, longest: 1 }, thresholds: {} },
    ...run,
  };
  const { command } = await findK6({ env: process.env, cwd: folder });
  const [program = '', ...before] = command;
  const words = ['--quiet', '--no-usage-report', '--log-format', 'raw', '--log-output', 'stdout'];
  const variables = [
    '-e',
    `RUN=${file('run.json', JSON.stringify(runFile))}`,
    '-e',
    `TRAFFIC=${file('traffic.txt', pack(movement))}`,
  ];
  const k6 = spawn(program, [...before, 'run', ...words, ...variables, SCRIPT], {
    env: { ...process.env, SSL_CERT_FILE: join(folder, 'ca.pem') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(k6.stdout), once(k6, 'exit')]);
  return said;
}

function isSignedBy(key: KeyObject, jws: string, body: string): boolean {
  const [header = '', payload, signature = ''] = jws.split('.');
  assert.equal(payload, '', 'the payload is detached');
  assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), { alg: 'ES256' });
  const signed = Buffer.from(`${header}.${Buffer.from(body).toString('base64url')}`);
  return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

describe('a hub that asks for certificates and signatures', async () => {
  const skip = await withoutK6(process.env);

  test('gets both from k6: the certificate of the caller, and a signature over the bytes as sent', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    certificates(folder.path);
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = join(folder.path, 'signing.jwk');
    writeFileSync(key, JSON.stringify(pair.privateKey.export({ format: 'jwk' })));
    await using hub = await openHub(folder.path);
    const tls = { cert: join(folder.path, 'caller.pem'), key: join(folder.path, 'caller.key') };
    const said = await sendOne(folder.path, {
      hubs: { TG: hub.url },
      tls,
      signing: { key, header: 'Corridor-Signature' },
    });
    assert.equal(hub.received.length, 1, said);
    const [{ body, headers, caller } = { body: '', headers: {}, caller: '' }] = hub.received;
    assert.equal(caller, 'Corridor fictif');
    const jws = String(headers['corridor-signature']);
    assert.equal(isSignedBy(pair.publicKey, jws, body), true);
    assert.equal(isSignedBy(pair.publicKey, jws, body.replace('AT01', 'AT02')), false);
    assert.equal(canonicalForm(JSON.parse(body)), body, 'what is signed is the canonical form');
    assert.ok(!said.includes(String(pair.privateKey.export({ format: 'jwk' }).d)), 'the key is told nowhere');
  });

  test('refuses a k6 without a certificate, and that is told as a fault of the link', { skip }, async () => {
    using folder = temporaryFolder();
    certificates(folder.path);
    await using hub = await openHub(folder.path);
    const said = await sendOne(folder.path, { hubs: { TG: hub.url } });
    assert.equal(hub.received.length, 0);
    assert.match(said, /"status":0/);
    assert.match(said, /"fault":"[^"]+"/);
    assert.match(said, /"corridor":"stopped"/);
  });
});
