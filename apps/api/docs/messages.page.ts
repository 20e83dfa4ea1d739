import type { AsyncApi } from './asyncapi.document.js';

interface Message {
  readonly name: string;
  readonly summary: string;
  readonly payload: unknown;
}
interface Channel {
  readonly title: string;
  readonly address: string | null;
  readonly description: string;
  readonly messages: Readonly<Record<string, unknown>>;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
const details = (title: string, schema: unknown): string =>
  `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`;

const messagePart = ({ name, summary, payload }: Message): string =>
  details(`<code>${escaped(name)}</code> ${escaped(summary)}`, payload);

/** The messages of an AsyncAPI document of ours for people: each with its schema, folded up. */
export function messagesPage(document: AsyncApi): string {
  const { channels, components } = document as unknown as {
    readonly channels: Readonly<Record<string, Channel>>;
    readonly components: { readonly messages: Readonly<Record<string, Message>>; readonly schemas: object };
  };
  const parts = Object.values(channels).map(
    ({ title, address, description, messages }) =>
      `<h2>${escaped(title)}</h2><p>${address === null ? '' : `<code>${escaped(address)}</code> `}${escaped(description)}</p>` +
      Object.keys(messages)
        .map((name) => messagePart(components.messages[name]!))
        .join('\n'),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => details(escaped(name), schema));
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Reinstate: signals and webhooks</title>
    <style>body { font-family: sans-serif; margin: 2em; max-width: 60em } summary { padding: .3em; cursor: pointer }</style>
  </head>
  <body>
    <h1>Signals and webhooks · 信号与事件通知</h1>
    <p><a href="/docs">HTTP contract</a> · <a href="/asyncapi.json">AsyncAPI</a></p>
    ${parts.join('\n')}
    <h2>Schemas they refer to</h2>
    ${schemas.join('\n')}
  </body>
</html>
`;
}
