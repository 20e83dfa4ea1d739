const typescript = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
        },
      },
    ],
  },
};

/** Two sets of tests: `check` needs no server, `server` runs against one standalone stack started for all of it. */
export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/builders-first.sequencer.mjs',
  projects: [
    {
      ...typescript,
      displayName: 'check',
      // How often a property is tried; each has its own number where nothing is said.
      globals: process.env.PROPERTY_RUNS ? { PROPERTY_RUNS: Number(process.env.PROPERTY_RUNS) } : {},
      roots: [
        '<rootDir>/apps',
        '<rootDir>/libs',
        '<rootDir>/workflows',
        '<rootDir>/test/house',
        '<rootDir>/test/docker',
      ],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...typescript,
      displayName: 'server',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/house/', '<rootDir>/test/docker/'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.setup.ts'],
      globalSetup: '<rootDir>/test/support/stack.global-setup.ts',
      globalTeardown: '<rootDir>/test/support/stack.global-teardown.ts',
    },
  ],
};
