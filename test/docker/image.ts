import { dockerFile } from './compose.js';

/** What an image made for one target of the Dockerfile runs as. */
export interface Image {
  /** The image the last stage goes back to. */
  readonly base: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/**
 * Reads the stages a target is made of, the first one first.
 * @throws Error when there is no such target.
 */
export function imageOf(target: string): Image {
  const instructions = instructionsFor(target);
  const last = (name: string) => instructions.findLast((instruction) => instruction.name === name)?.rest ?? '';
  return {
    base: argumentOf(instructions[0]?.rest.split(' ')[0] ?? ''),
    env: Object.fromEntries(instructions.filter(({ name }) => name === 'ENV').flatMap(({ rest }) => pairsIn(rest))),
    user: last('USER'),
    command: execForm(last('CMD')),
    healthcheck: execForm(last('HEALTHCHECK').split(' CMD ')[1] ?? ''),
  };
}

/** Every instruction of the file, its lines joined. */
export const instructionsIn = (text: string): readonly Instruction[] =>
  text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ name: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));

function instructionsFor(target: string): readonly Instruction[] {
  const all = instructionsIn(dockerFile('Dockerfile'));
  const from = all.findIndex(({ name, rest }) => name === 'FROM' && rest.endsWith(` AS ${target}`));
  if (from === -1) throw new Error(`the Dockerfile has no target ${target}`);
  const next = all.findIndex(({ name }, index) => index > from && name === 'FROM');
  const own = all.slice(from, next === -1 ? undefined : next);
  const parent = own[0]?.rest.split(' ')[0] ?? '';
  const isStage = all.some(({ name, rest }) => name === 'FROM' && rest.endsWith(` AS ${parent}`));
  return isStage ? [...instructionsFor(parent), ...own] : own;
}

/** `${NAME}` as the file's own ARG of that name says. */
function argumentOf(text: string): string {
  const args = instructionsIn(dockerFile('Dockerfile')).filter(({ name }) => name === 'ARG');
  const values = Object.fromEntries(args.flatMap(({ rest }) => pairsIn(rest)));
  return text.replace(/^\$\{(\w+)\}$/, (_, name: string) => values[name] ?? '');
}

const pairsIn = (rest: string): (readonly [string, string])[] =>
  rest.split(/\s+/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);

const execForm = (text: string): readonly string[] => (text === '' ? [] : (JSON.parse(text) as string[]));
