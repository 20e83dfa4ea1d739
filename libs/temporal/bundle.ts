import { bundleWorkflowCode } from '@temporalio/worker';

/** Modules loaded once for all cases of a worker instead of once a case: rules and chain, which no case changes. */
const SHARED = ['#model', '#audit'];

/** Bundles the code that runs inside Temporal's sandbox. `workflows` is the path of its door. */
export async function bundleWorkflows(workflows: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: workflows,
    preloadModules: SHARED,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: ['source', 'webpack', 'import', 'require', 'default'],
        extensionAlias: { '.js': ['.ts', '.js'] },
      },
    }),
  });
  return code;
}
