import { shellWord } from '../../../reports/evidence/shell-word.ts';
import { nameOf, seatsName } from './names.ts';
import type { SetFile, SetOptions } from './set-options.ts';

/** What to type, in order: for the README of the set. */
export function nextSteps(options: SetOptions, files: readonly SetFile[]): string {
  const { seed, salt, at, runners, evidenceClaim, plan } = options;
  const name = nameOf(options);
  const same = `--at ${new Date(at).toISOString()} --seed ${seed} --salt ${shellWord(salt)}`;
  const apply = (from: string) => files.filter((file) => file.name >= from).map((file) => ` -f ${file.name}`);
  const logs = Array.from({ length: runners }, (_, index) => `runner-${index + 1}.log`);
  const taken = evidenceClaim === undefined ? fromPods(options, logs) : fromClaim(evidenceClaim);
  const given = evidenceClaim === undefined ? logs.join(' ') : `evidence/${name}-*.log`;
  return `# ${plan.title.en}: ${runners} runners in a cluster

Made by \`corridor load ${plan.plan} --kubernetes\`. Needs the k6-operator (CRD testruns.k6.io) and the image ${options.image} in the
cluster. Clocks of the nodes and of the stack must agree (NTP): evidence is put together by time.

\`\`\`
kubectl apply -f 10-config.yaml -f 20-seats.yaml
kubectl wait --for=condition=Ready --timeout=300s pod -l job-name=${seatsName(options)}
kubectl apply${apply('30').join('')}
${taken}
corridor load plan.yaml --from-log ${given} --target target.yaml ${same} --out runs
corridor report runs/* --out report
kubectl delete${apply('').join('')}
\`\`\`

plan.yaml and target.yaml are here, too. The seats end by themselves ${Math.ceil(options.traffic.lastMs / 1_000) + 60} s after the first delivery,
once all queues are empty; \`kubectl exec POD -c seats -- sh -c 'kill -TERM 1'\` tells them earlier that all senders have ended.
`;
}

function fromPods(options: SetOptions, logs: readonly string[]): string {
  const name = nameOf(options);
  const seats = seatsName(options);
  return [
    `for i in ${logs.map((_, at) => at + 1).join(' ')}; do until kubectl wait --for=condition=Ready pod -l job-name=${name}-$i --timeout=600s; do sleep 2; done; kubectl logs -f job/${name}-$i > runner-$i.log & done; wait`,
    `kubectl logs -f job/${seats} -c seats`,
    `pod=$(kubectl get pod -l job-name=${seats} -o name | cut -d/ -f2)`,
    `kubectl cp -c evidence "$pod":/runs runs`,
    `kubectl exec "$pod" -c evidence -- touch /runs/taken`,
  ].join('\n');
}

const fromClaim = (claim: string): string =>
  `# wait until the TestRun says finished and the job of the seats is complete, then copy the claim ${claim}:\n` +
  '# its *.log files to evidence/, its folders to runs/';
