import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { STARTED } from '../../features/support/containers/parts.ts';
import { doctorShape } from '../../profile/export/cli-shapes.ts';
import { whyNoContainers } from '../testing/container-engine.ts';
import { corridor, temporaryFolder } from '../testing/corridor-process.ts';

/** `corridor doctor --target containers` with a file of images: its exit code and findings. */
async function examine(yaml: string) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'images.yaml'), yaml);
  const words = ['doctor', '--target', 'containers', '--images', 'images.yaml', '--format', 'json'];
  const { stdout, status } = await corridor(words, { cwd: folder.path });
  return { status, findings: doctorShape.parse(JSON.parse(stdout)).findings };
}

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('images that the registry does not give stand in the way of a run', { skip }, async () => {
    const { status, findings } = await examine('prefix: 127.0.0.1:9/');
    assert.equal(status, 2);
    const images = findings.filter(({ id }) => id === 'images');
    assert.equal(images.length, STARTED.length);
    for (const { severity, seen, remedy } of images) {
      assert.equal(severity, 'error');
      assert.match(seen, /^127\.0\.0\.1:9\/corridor-\w+:0\.1: .*the registry does not give it \(.+\)$/);
      assert.match(remedy, /corridor images build/);
    }
  });

  test('a port to be published that is taken stands in the way; a full disk is left out', {
    skip,
  }, async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const { findings } = await examine(`parts: { wiremock: { publish: ${port} } }`);
      const of = (id: string) => findings.find((finding) => finding.id === id);
      assert.deepEqual([of('publish')?.severity, of('full-disk')?.severity], ['error', 'warning']);
      assert.match(of('publish')?.seen ?? '', new RegExp(`port ${port} `));
    } finally {
      server.close();
    }
  });
});
