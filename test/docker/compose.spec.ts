import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '#config';
import { SERVER_VERSION } from '../../apps/standalone/temporal-server.js';
import { compose, DOCKER_FOLDER, dockerFile, environmentOf, filled, serviceOf } from './compose.js';
import { imageOf } from './image.js';

const OURS = ['api', 'worker'] as const;
const ONE_SHOT = ['temporal-schema', 'setup-temporal', 'migrate'];
/** Settings that are no business of whoever runs the containers: the test hook of the workflow. */
const NOT_FOR_PEOPLE = ['HISTORY_EVENT_CAP'];

const root = join(DOCKER_FOLDER, '..');
const { services, volumes } = compose();
const text = dockerFile('compose.yaml');
const REQUIRED = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name);

const FORMS: Readonly<Record<string, string>> = {
  VAULT_KEY: Buffer.alloc(32).toString('base64'),
  CHECKPOINT_KEY: Buffer.from('a key').toString('base64'),
  OIDC_ISSUER: 'https://identity.example.org',
  PUBLIC_URL: 'https://reinstate.example.org',
};
const values = Object.fromEntries(REQUIRED.map((name) => [name, FORMS[name] ?? `${name.toLowerCase()}1`]));

const settingsOf = (name: (typeof OURS)[number]) => ({
  ...imageOf(name).env,
  ...environmentOf(serviceOf(name), values),
});
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;

/** What compose itself makes of the file; our own reading of it where its program is not on the machine. */
function composedEnvironments(): Record<string, Record<string, string>> {
  const own = Object.entries(services).map(([name, service]) => [name, environmentOf(service, values)] as const);
  if (!hasCompose) return Object.fromEntries(own);
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...values };
  const args = ['compose', '--env-file', '/dev/null', '-f', 'docker/compose.yaml', 'config', '--format', 'json'];
  const config = JSON.parse(execFileSync('docker', args, { env, cwd: root }).toString()) as {
    services: Record<string, { environment?: Record<string, string | null> }>;
  };
  const given = (environment: Record<string, string | null> = {}) =>
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== null)) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(config.services).map(([name, { environment }]) => [name, given(environment)]),
  );
}

describe('the compose file', () => {
  test('gives each service what these tests read in it', () => {
    const read = Object.entries(services).map(([name, service]) => [name, environmentOf(service, values)] as const);
    expect(composedEnvironments()).toEqual(Object.fromEntries(read));
  });

  test('waits for no service there is none of', () => {
    for (const { depends_on: waits = {} } of Object.values(services))
      expect(Object.keys(services)).toEqual(expect.arrayContaining(Object.keys(waits)));
  });

  test.each(OURS)('starts %s after schema and namespace are brought up to date', (name) => {
    expect(serviceOf(name).depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
      'setup-temporal': { condition: 'service_completed_successfully' },
    });
  });

  test('waits for the health of what has a health check and for the end of what ends', () => {
    for (const { depends_on: waits = {} } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(waits)) {
        const ends = ONE_SHOT.includes(name);
        expect([name, condition]).toEqual([name, ends ? 'service_completed_successfully' : 'service_healthy']);
        expect(ends || serviceOf(name).healthcheck !== undefined).toBe(true);
      }
    }
  });

  test('starts again what stays, and what ends only when it failed', () => {
    for (const [name, { restart }] of Object.entries(services))
      expect([name, restart]).toEqual([name, ONE_SHOT.includes(name) ? 'on-failure:5' : 'unless-stopped']);
  });

  test('runs two workers', () => {
    expect(serviceOf('worker').deploy?.replicas).toBe(2);
  });

  test('names a release of every image that is not ours, and makes the image of every other', () => {
    const built = Object.values(services).flatMap(({ image, build }) => (build ? [image] : []));
    for (const { image } of Object.values(services)) {
      if (!built.includes(image)) expect(image).toMatch(/^[a-z/-]+:\d+[\w.-]*$/);
    }
  });

  test('runs the release of the Temporal server that the bench and the tests run as plain processes', () => {
    expect(serviceOf('temporal').image).toBe(`temporalio/server:${SERVER_VERSION}`);
    expect(serviceOf('temporal-schema').image).toBe(`temporalio/admin-tools:${SERVER_VERSION}`);
  });

  test('mounts files that are there and volumes that are declared', () => {
    const sources = Object.values(services).flatMap(({ volumes: mounts = [] }) =>
      mounts.map((mount) => mount.split(':', 1)[0] ?? ''),
    );
    for (const source of sources) {
      const known = source.startsWith('.') ? existsSync(join(DOCKER_FOLDER, source)) : source in volumes;
      expect([source, known]).toEqual([source, true]);
    }
  });

  test.each([...OURS, 'migrate', 'setup-temporal'])(
    'lets %s write to its volumes only and takes every right of root',
    (name) => {
      expect(serviceOf(name)).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    },
  );
});

describe('the settings', () => {
  test.each(OURS)('of %s are enough to start with', (name) => {
    const config = loadConfig(settingsOf(name));
    expect(config).toMatchObject({
      TEMPORAL_ADDRESS: 'temporal:7233',
      HOST: '0.0.0.0',
      OIDC_ISSUER: FORMS['OIDC_ISSUER'],
    });
    expect(new URL(config.DATABASE_URL)).toMatchObject({ username: 'reinstate_app', host: 'postgres:5432' });
  });

  test.each(OURS)('of %s have a place for everything a process reads', (name) => {
    const known = [...readFileSync(join(root, 'libs/config/config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)];
    const settable = [...Object.keys(imageOf(name).env), ...Object.keys(serviceOf(name).environment ?? {})];
    expect(known.length).toBeGreaterThan(15);
    expect(known.map(([, variable]) => variable).filter((variable) => !settable.includes(variable ?? ''))).toEqual(
      NOT_FOR_PEOPLE,
    );
  });

  test.each(REQUIRED)('without %s compose stops with words', (name) => {
    expect(() => filled(text, { ...values, [name]: '' })).toThrow(new RegExp(`^${name} is `));
  });

  test('are all in the example, and the example has no other', () => {
    const inCompose = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const inExample = [...dockerFile('example.env').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...inExample].sort()).toEqual([...new Set(inCompose)].sort());
  });

  test('that are secret have no value in the example', () => {
    const example = dockerFile('example.env');
    const secret = REQUIRED.filter((name) => /PASSWORD|KEY/.test(name));
    expect(secret).toHaveLength(7);
    for (const name of secret) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });
});
