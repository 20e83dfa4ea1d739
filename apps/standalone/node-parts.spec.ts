import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '#config';
import { apiPlan, environmentOf, workerPlan, type ProcessSettings } from './node-parts.js';
import { PREFERRED_PORTS } from './ports.js';
import { urlAs } from './postgres.js';
import { readSettings } from './settings.js';

const HOME = '/data/reinstate';

function told(env: NodeJS.ProcessEnv = {}): ProcessSettings {
  return {
    settings: readSettings({ REINSTATE_HOME: HOME, ...env }, []),
    ports: { ...PREFERRED_PORTS },
    vaultKey: Buffer.alloc(32).toString('base64'),
    checkpointKey: 'LS0t',
    url: 'http://127.0.0.1:3000',
    temporalAddress: '127.0.0.1:7233',
    oidcIssuer: 'http://127.0.0.1:3001',
    appUrl: urlAs('reinstate_app', 'secret', 'postgres://postgres:owner@127.0.0.1:54320/reinstate?sslmode=disable'),
  };
}

describe('api and worker are told', () => {
  test('settings that they accept, and the database as the app role', () => {
    const config = loadConfig(environmentOf(told()));
    expect(config.DATABASE_URL).toBe('postgres://reinstate_app:secret@127.0.0.1:54320/reinstate?sslmode=disable');
    expect(config.DOCUMENT_STORE).toBe(`file:${HOME}/documents`);
    expect(config.WORKFLOW_BUNDLE).toMatch(/^\/.*\/dist\/workflow-bundle\.js$/);
  });

  test('the store, key and bundle a person brought', () => {
    const given = { DOCUMENT_STORE: 's3://cases/docs', VAULT_KEY: Buffer.alloc(32, 1).toString('base64') };
    expect(loadConfig(environmentOf(told({ ...given, WORKFLOW_BUNDLE: '/b.js' })))).toMatchObject(given);
  });

  test('which data folder they belong to, in their command line', () => {
    expect(apiPlan(told()).args).toContain(`--home=${HOME}`);
    expect(workerPlan(told()).args).toContain(`--home=${HOME}`);
  });
});

test('wrong settings of a person are all named at once', () => {
  const env = { DATABASE_URL: 'mysql://x', TEMPORAL_ADDRESS: 'x', PORT: '99999' };
  expect(() => readSettings(env, [])).toThrow(/DATABASE_URL.*TEMPORAL_ADDRESS.*PORT/s);
});
