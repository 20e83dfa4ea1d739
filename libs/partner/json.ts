/** Members of a message as its sender names them. */
export type Content = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a JSON object of UTF-8 bytes or text; undefined for anything else. Never throws. */
export function readJson(source: Uint8Array | string): Content | undefined {
  try {
    const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
    const value: unknown = JSON.parse(text);
    return isContent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A member of the message itself, never one it inherits. */
export const memberOf = (content: Content, name: string): unknown =>
  Object.hasOwn(content, name) ? content[name] : undefined;
