export type FeatureRunner = typeof import('../features/run.ts');

/** The machinery that runs the specification, loaded only by the commands that run it; its books are judged by reconciliation. */
export async function loadFeatureRunner(): Promise<FeatureRunner> {
  const [runner, { reconcileRecords }] = await Promise.all([
    import('../features/run.ts'),
    import('./reconcile-records.ts'),
  ]);
  return {
    ...runner,
    runFeatures: (options, io) => runner.runFeatures({ reconcileBooks: reconcileRecords, ...options }, io),
  };
}
