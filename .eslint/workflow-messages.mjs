const MESSAGE_NAME = /(Update|Signal|Query)$/;
const FUNCTIONS = ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'];

/** Calls `visit` for a node and everything below it. */
function walk(node, visitorKeys, visit) {
  visit(node);
  for (const child of (visitorKeys[node.type] ?? []).flatMap((key) => node[key] ?? [])) {
    walk(child, visitorKeys, visit);
  }
}

/** What a name of this file stands for: the function declared so, or the value first given to it. */
function definitionOf(identifier, sourceCode) {
  let scope = sourceCode.getScope(identifier);
  while (scope && !scope.set.has(identifier.name)) scope = scope.upper;
  const definition = scope?.set.get(identifier.name).defs[0];
  return definition?.type === 'Variable' ? definition.node.init : definition?.node;
}

/** The nodes of a handler and of every function of this file it reaches. */
function reachedFrom(handler, sourceCode) {
  const reached = new Set();
  const follow = (node) => {
    if (!node || reached.has(node)) return;
    walk(node, sourceCode.visitorKeys, (below) => {
      reached.add(below);
      if (below.type !== 'Identifier') return;
      const definition = definitionOf(below, sourceCode);
      if (FUNCTIONS.includes(definition?.type)) follow(definition);
    });
  };
  follow(handler);
  return reached;
}

const validatorOf = (options) =>
  options?.type === 'ObjectExpression'
    ? options.properties.find(({ key }) => key?.name === 'validator')?.value
    : undefined;

/**
 * Validators and queries do not run on replay, so they leave no mark in the history: they ask no `patched()`, and
 * they answer at once, for the SDK drops the promise of an async one and takes it for a yes.
 */
export const workflowMessages = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      patched: '{{call}}() is reachable from a validator or a query, which do not run on replay.',
      async: 'A validator or query handler answers synchronously: the SDK ignores what an async one decides.',
      name: 'Name the message …Update, …Signal or …Query: a query is held to stricter rules than a signal.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const checkReadOnly = (handler) => {
      const target = handler.type === 'Identifier' ? definitionOf(handler, sourceCode) : handler;
      if (target?.async) context.report({ node: handler, messageId: 'async' });
      for (const { type, callee } of reachedFrom(handler, sourceCode)) {
        if (type !== 'CallExpression' || !/^(patched|deprecatePatch)$/.test(callee.name ?? callee.property?.name))
          continue;
        context.report({ node: callee, messageId: 'patched', data: { call: callee.name ?? callee.property.name } });
      }
    };
    return {
      'CallExpression[callee.name="setHandler"]'({ arguments: [message, handler, options] }) {
        const kind = MESSAGE_NAME.exec(message?.name ?? '')?.[1];
        if (!kind) context.report({ node: message, messageId: 'name' });
        if (kind === 'Query' && handler) checkReadOnly(handler);
        const validator = validatorOf(options);
        if (validator) checkReadOnly(validator);
      },
    };
  },
};
