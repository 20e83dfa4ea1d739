import jest from './.jest.config.mjs';

const [check] = jest.projects;

/**
 * Mutation score of the kernel: `npm run mutate`, or `npm run mutate -- --mutate libs/model/deadline.ts` for one file.
 * Tables of data are no mutants: the validator of policies and the kept histories watch over those.
 */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    config: {
      ...check,
      roots: ['<rootDir>/libs/model', '<rootDir>/test/mutation'],
      testMatch: ['**/test/mutation/model.specs.ts'],
      testEnvironment: './test/mutation/bail.environment.mjs',
    },
  },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  mutate: ['libs/model/**/*.ts', '!**/*.spec.ts', '!**/*.examples.ts'],
  thresholds: { high: 90, low: 85, break: 80 },
  concurrency: 1,
  // Modules of a run are never let go: a new process now and then keeps the memory in bounds.
  maxTestRunnerReuse: 40,
  incremental: true,
  incrementalFile: 'node_modules/.cache/mutation.json',
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['dist', '.data', 'reports', 'docker'],
};
