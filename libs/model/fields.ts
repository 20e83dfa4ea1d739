/**
 * The shape of what a command carries, as data: the HTTP schema, the documentation, the parser of facts and the
 * types below are all made from it. There is no kind for a bare string: free words are `text`, which leaves the
 * vault only as a reference.
 */
export type Field =
  | { readonly kind: 'code'; readonly of: readonly string[]; readonly optional?: true }
  | { readonly kind: 'id' | 'hash' | 'instant' | 'date' | 'duration' | 'flag' | 'figures'; readonly optional?: true }
  | { readonly kind: 'text'; readonly max: number; readonly optional?: true }
  | { readonly kind: 'int'; readonly min: number; readonly max: number; readonly optional?: true }
  | { readonly kind: 'list'; readonly of: Field; readonly max: number; readonly optional?: true }
  | { readonly kind: 'record'; readonly fields: Fields; readonly optional?: true };
export type Fields = { readonly [name: string]: Field };

/** Free words as the kernel, Temporal and the chain see them; the words and the salt lie in the vault. */
export interface TextRef {
  readonly textId: string;
  /** HMAC-SHA256(salt, words), hex. */
  readonly commitment: string;
}

/** Measured figures by name; each a decimal number as text, for canonical text has no fractions. */
export type Figures = { readonly [name: string]: string };

export type ValueOf<F extends Field> = F extends { kind: 'code'; of: readonly (infer C)[] }
  ? C
  : F extends { kind: 'int' }
    ? number
    : F extends { kind: 'flag' }
      ? boolean
      : F extends { kind: 'figures' }
        ? Figures
        : F extends { kind: 'text' }
          ? TextRef
          : F extends { kind: 'list'; of: infer E extends Field }
            ? readonly ValueOf<E>[]
            : F extends { kind: 'record'; fields: infer R extends Fields }
              ? ValuesOf<R>
              : string;

type OptionalNames<R extends Fields> = { [K in keyof R]: R[K] extends { optional: true } ? K : never }[keyof R];
export type ValuesOf<R extends Fields> = {
  readonly [K in Exclude<keyof R, OptionalNames<R>>]: ValueOf<R[K]>;
} & { readonly [K in OptionalNames<R>]?: ValueOf<R[K]> };

export const DECIMAL_PATTERN = /^-?\d{1,15}(\.\d{1,6})?$/;
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9:._/@+-]{0,127}$/;
export const HASH_PATTERN = /^[0-9a-f]{64}$/;

export const code = <const C extends readonly string[]>(of: C) => ({ kind: 'code', of }) as const;
export const id = { kind: 'id' } as const;
export const hash = { kind: 'hash' } as const;
export const instant = { kind: 'instant' } as const;
export const date = { kind: 'date' } as const;
export const duration = { kind: 'duration' } as const;
export const flag = { kind: 'flag' } as const;
export const figures = { kind: 'figures' } as const;
/** Up to `max` characters. */
export const text = (max = 2000) => ({ kind: 'text', max }) as const;
export const int = (min: number, max: number) => ({ kind: 'int', min, max }) as const;
/** Money in fen, up to a hundred billion yuan. */
export const fen = int(0, 10_000_000_000_000);
export const list = <const F extends Field>(of: F, max = 500) => ({ kind: 'list', of, max }) as const;
export const record = <const R extends Fields>(fields: R) => ({ kind: 'record', fields }) as const;
export const optional = <const F extends Field>(field: F) => ({ ...field, optional: true }) as const;
