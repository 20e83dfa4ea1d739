import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { CLOCK_AND_CHANCE, HOST_SETTINGS, hostGlobals } from './purity.mjs';
import { roomImports } from './room-imports.mjs';
import { workflowMessages } from './workflow-messages.mjs';

const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Use an `as const` array or object and a type of its name.' };
const NODE_GLOBALS = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));
const READS_ENVIRONMENT = ['libs/config/**', 'apps/standalone/**', 'apps/cli/**', 'test/**'];

export default defineConfig(
  globalIgnores(['dist/', '**/*.gen.ts']),
  {
    linterOptions: { noInlineConfig: true },
    plugins: { house: { rules: { 'room-imports': roomImports, 'workflow-messages': workflowMessages } } },
    rules: { eqeqeq: 'error' },
  },
  {
    files: ['{apps,libs,workflows,test}/**'],
    rules: { 'house/room-imports': 'error' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: NODE_GLOBALS },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', NO_ENUM],
    },
  },
  {
    files: ['{libs,workflows}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    files: ['**/*.ts'],
    ignores: READS_ENVIRONMENT,
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings come from #config, which reads and checks them once.',
        },
      ],
    },
  },
  {
    files: ['libs/{model,audit}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...hostGlobals({
          except: ['TextEncoder', 'TextDecoder'],
          message: 'Pure code knows the language alone, not its host.',
        }),
      ],
      'no-restricted-syntax': ['error', NO_ENUM, ...HOST_SETTINGS, ...CLOCK_AND_CHANCE],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'house/workflow-messages': 'error',
      'no-restricted-globals': [
        'error',
        ...hostGlobals({
          except: ['TextEncoder', 'TextDecoder', 'setTimeout', 'clearTimeout'],
          message: 'The sandbox has it not, or does not make it the same on replay.',
        }),
      ],
      'no-restricted-syntax': ['error', NO_ENUM, ...HOST_SETTINGS],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.workflow.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@temporalio/workflow',
          importNames: ['patched', 'deprecatePatch'],
          message: 'Only a .workflow.ts file orders Temporal commands, so only there is a patch asked.',
        },
      ],
    },
  },
);
