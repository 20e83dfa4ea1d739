import { isBuiltin } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { ROOMS, SPECS_MAY } from './rooms.mjs';

/** A file's or folder's path from the root of the project, with forward slashes. */
const fromRoot = (root, path) => relative(root, path).split(sep).join('/');

const within = (room, path) => path === room || path.startsWith(`${room}/`);

const roomOf = (path) =>
  ROOMS.filter(({ room }) => within(room, path)).sort((a, b) => b.room.length - a.room.length)[0];

function matches(name, pattern) {
  if (pattern === 'npm:*') return !/^(#|\.|node:)/.test(name);
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

const listed = (name, patterns = []) => patterns.some((pattern) => matches(name, pattern));

/** One name for what is imported, however it was written. Empty for a file of the same room. */
function canonicalName(root, file, room, source) {
  if (isBuiltin(source)) return source.startsWith('node:') ? source : `node:${source}`;
  if (!source.startsWith('.')) return source;
  const target = fromRoot(root, resolve(dirname(file), source));
  return roomOf(target) === room ? '' : `./${target}`;
}

/** Whether an import takes nothing but values the row names. */
function takesOnly(names, node) {
  const taken = node.type === 'ImportDeclaration' ? node.specifiers : [];
  return taken.length > 0 && taken.every(({ imported }) => imported && names.includes(imported.name));
}

function allowed(row, isSpec, name, node) {
  const typeOnly = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
  if (typeOnly && listed(name, row.types)) return true;
  if (isSpec && listed(name, SPECS_MAY)) return true;
  if (takesOnly(row.names?.[name] ?? [], node)) return true;
  return listed(name, row.may) && !listed(name, row.never);
}

/** The source of an import when it is written out; an import computed at run time escapes every list. */
const writtenSource = (node) => (node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined);

/** Every import of a room stands on that room's list in `rooms.mjs`. */
export const roomImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      forbidden: '{{room}} may not import {{name}}: {{why}}. The lists are in .eslint/rooms.mjs.',
      computed: 'An import must name what it imports, or the list of its room cannot be checked.',
      noRoom: 'This folder is no room yet: give it a row in .eslint/rooms.mjs.',
    },
  },
  create(context) {
    const path = fromRoot(context.cwd, context.filename);
    const row = roomOf(path);
    if (!row) return { Program: (node) => context.report({ node, messageId: 'noRoom' }) };
    const check = (node, literal) => {
      const source = writtenSource(literal);
      if (source === undefined && row.may.includes('npm:*')) return;
      if (source === undefined) return context.report({ node, messageId: 'computed' });
      const name = canonicalName(context.cwd, context.filename, row, source);
      if (name === '' || allowed(row, /\.spec\.ts$/.test(path), name, node)) return;
      context.report({ node, messageId: 'forbidden', data: { room: row.room, name, why: row.why } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source),
      TSImportType: (node) => check(node, node.source),
      TSExternalModuleReference: (node) => check(node, node.expression),
    };
  },
};
