import { bundleWorkflowCode } from '@temporalio/worker';

/** Modules loaded once for all cases of a worker instead of once a case: rules and chain, which no case changes. */
const SHARED = ['#model', '#audit'];

/** What the Node of the worker knows is left as it is written; the library writes classes and spreads out for older ones. */
const TARGET = 'es2023';

/** Bundles the code that runs inside Temporal's sandbox. `workflows` is the path of its door. */
export async function bundleWorkflows(workflows: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: workflows,
    preloadModules: SHARED,
    webpackConfigHook: (config) => ({
      ...config,
      module: { ...config.module, rules: config.module?.rules?.map(forTarget) },
      resolve: {
        ...config.resolve,
        conditionNames: ['source', 'webpack', 'import', 'require', 'default'],
        extensionAlias: { '.js': ['.ts', '.js'] },
      },
    }),
  });
  return code;
}

/** As the library has it, save for what it compiles to. */
function forTarget(rule: unknown): object {
  const { use, ...rest } = rule as { use: { options?: { jsc: object } } };
  const { options } = use;
  return { ...rest, use: options ? { ...use, options: { ...options, jsc: { ...options.jsc, target: TARGET } } } : use };
}
