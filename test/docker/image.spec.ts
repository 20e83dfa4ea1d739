import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DOCKER_FOLDER, dockerFile, serviceOf } from './compose.js';
import { imageOf, instructionsIn } from './image.js';

const root = join(DOCKER_FOLDER, '..');
const nodeRelease = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
const instructions = instructionsIn(dockerFile('Dockerfile'));

describe.each(['api', 'worker'] as const)('the image of the %s', (target) => {
  const image = imageOf(target);

  test('is the target compose builds', () => {
    expect(serviceOf(target).build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile', target });
  });

  test('runs on the Node of the project and not as root', () => {
    expect(image.base).toMatch(new RegExp(`^node:${nodeRelease}\\b.*-slim$`));
    expect(image.user).toBe('1000:1000');
  });

  test('runs a program that the build makes from a file of ours', () => {
    const program = image.command.at(-1) ?? '';
    expect(program).toBe(`dist/apps/${target}/main.js`);
    expect(existsSync(join(root, program.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });

  test('asks itself whether it is ready', () => {
    expect(image.healthcheck.join(' ')).toContain('/health/ready');
  });

  test('has the workflow bundle where its processes look for it', () => {
    expect(image.env['WORKFLOW_BUNDLE']).toBe('/app/dist/workflow-bundle.js');
  });
});

describe('the Dockerfile', () => {
  test('holds no secret', () => {
    const said = instructions.filter(({ name }) => ['ENV', 'ARG', 'LABEL'].includes(name)).map(({ rest }) => rest);
    expect(said.join(' ')).not.toMatch(/PASSWORD|SECRET|TOKEN|_KEY/i);
  });

  test('installs by the lock file, and only what runs into what is shipped', () => {
    const installs = instructions.filter(({ rest }) => /npm (ci|install|i) /.test(rest)).map(({ rest }) => rest);
    expect(installs).toHaveLength(2);
    for (const install of installs) expect(install).toContain('npm ci --');
    expect(installs[1]).toContain('--omit=dev');
    const shipped = instructions.filter(({ name, rest }) => name === 'COPY' && rest.includes('node_modules'));
    expect(shipped.map(({ rest }) => rest)).toEqual(['--from=packages /app/node_modules ./node_modules']);
  });

  test('is sent only what it is built from', () => {
    const lines = readFileSync(join(root, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => /^[^#]/.test(line));
    const sent = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(lines[0]).toBe('*');
    for (const path of sent) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { build: string } };
    expect(scripts.build).toContain('build-bundle.js');
  });
});
