import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
import { canonicalForm } from '../../profile/envelope/digest.ts';
import { temporaryFolder } from '../testing/corridor-process.ts';
import { withoutK6 } from './testing/needs-k6.ts';
import { MESSAGE_ID, sendOne } from './testing/send-one.ts';

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
      response.end(JSON.stringify({ messageType: 'AT90', correlationId: MESSAGE_ID }));
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
    const env = { SSL_CERT_FILE: join(folder.path, 'ca.pem') };
    const signing = { key, header: 'Corridor-Signature' };
    const said = await sendOne(folder.path, { hubs: { TG: hub.url }, tls, signing }, { env });
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
    const env = { SSL_CERT_FILE: join(folder.path, 'ca.pem') };
    const said = await sendOne(folder.path, { hubs: { TG: hub.url } }, { env });
    assert.equal(hub.received.length, 0);
    assert.match(said, /"status":0/);
    assert.match(said, /"fault":"[^"]+"/);
    assert.match(said, /"corridor":"stopped"/);
  });
});
