import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { removeRun } from '../../features/support/containers/sweep.ts';
import { labelsOfRun } from '../../features/support/ownership/labels.ts';
import { ownerOf } from '../../features/support/ownership/owner.ts';
import { docker, whyNoContainers } from '../testing/container-engine.ts';

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('a sweep takes the containers of a run, and not one that somebody made of them', {
    skip,
  }, async () => {
    const engine = await docker();
    const runId = `sweep-${process.pid}`;
    const made = {
      Image: imageOf(imagesWith(), 'toxiproxy'),
      Labels: labelsOfRun(runId, ownerOf(process.pid)),
    };
    await engine.createContainer({ ...made, name: `corridor-${runId}-toxiproxy` });
    const theirs = await engine.createContainer({ ...made, name: `theirs-${runId}` });
    try {
      assert.deepEqual(await removeRun(engine, runId), { containers: 1, networks: 0, left: 0 });
      assert.equal((await theirs.inspect()).State.Status, 'created');
    } finally {
      await theirs.remove();
    }
  });
});
