import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

/** One service of the compose file, as far as tests ask. */
export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number | null>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly restart: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

/** The compose file, anchors and merges resolved, variables not yet filled in. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** What a person has put into docker/.env. */
export type Values = Readonly<Record<string, string>>;

/** The folder of the image and compose files. */
export const DOCKER_FOLDER = join(import.meta.dirname, '../../docker');

export const dockerFile = (name: string): string => readFileSync(join(DOCKER_FOLDER, name), 'utf8');

export const compose = (): ComposeFile =>
  load(dockerFile('compose.yaml'), { schema: CORE_SCHEMA.withTags(mergeTag) }) as ComposeFile;

/**
 * A service of the compose file.
 * @throws Error when there is none of this name.
 */
export function serviceOf(name: string): ComposeService {
  const service = compose().services[name];
  if (!service) throw new Error(`the compose file has no service ${name}`);
  return service;
}

/**
 * A text of the compose file with `${NAME}`, `${NAME:-default}` and `${NAME:?words}` filled in.
 * @throws Error for a variable that has no value and no default, as compose itself does.
 */
export const filled = (text: string, values: Values): string =>
  text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string | undefined, rest: string) => {
    const value = values[name];
    if (value) return value;
    if (kind === '-') return rest;
    throw new Error(`${name} ${rest}`);
  });

/** The environment compose gives a service; a variable without text goes through only when it has a value. */
export function environmentOf({ environment = {} }: ComposeService, values: Values): Record<string, string> {
  const given = Object.entries(environment).flatMap(([name, text]) => {
    const value = text === null ? values[name] : filled(String(text), values);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
