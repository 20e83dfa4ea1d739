import { kindOf, type ProblemCode } from './problem-codes.js';

/** What goes with a problem beyond its code. */
export interface ProblemDetails {
  /** What happened and what to do about it, for people, in English. Never words of an inner error. */
  readonly detail?: string;
  /** The same in Chinese. */
  readonly detailZh?: string;
  /** Further members of the body, such as `seq` or `allowedActions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a failed answer (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly detailZh?: string;
  readonly [extension: string]: unknown;
}

/** The answer is a failure the caller can act on; the only error services throw on purpose. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly detailZh: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    { detail, detailZh, extensions = {}, headers = {} }: ProblemDetails = {},
  ) {
    const { status, title } = kindOf(code);
    super(detail ?? title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.detailZh = detailZh;
    this.extensions = extensions;
    this.headers = headers;
  }

  body(): ProblemBody {
    const { title, status, code, detail, detailZh } = this;
    const words = { ...(detail !== undefined && { detail }), ...(detailZh !== undefined && { detailZh }) };
    return { type: `urn:reinstate:problem:${code}`, title, status, code, ...words, ...this.extensions };
  }
}

/** What is wrong with one member of a request: where, as a JSON Pointer into the body, and what to do about it. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
}

/** 400 `request.invalid` with all that was found. */
export const invalidRequest = (errors: readonly Finding[]): Problem =>
  new Problem('request.invalid', {
    detail: errors.map(({ pointer, message }) => `${pointer || 'request'}: ${message}`).join('; '),
    extensions: { errors },
  });

/** What a dependency is called in Chinese. */
const PARTS_ZH: Readonly<Record<string, string>> = {
  'The case': '案件服务',
  'The workflow of the case': '案件工作流',
  'The database': '数据库',
  'The OpenID provider': '身份认证服务',
};

/**
 * 503 `dependency.unavailable`: the same request may be sent again after a while, a change with the same
 * Idempotency-Key.
 * @param what the part that does not answer, as an English subject.
 */
export const dependencyUnavailable = (what: string, retryAfterSeconds = 2): Problem =>
  new Problem('dependency.unavailable', {
    detail: `${what} does not answer in time. Try again in a moment, a change with the same Idempotency-Key.`,
    detailZh: `${PARTS_ZH[what] ?? '所依赖的服务'}暂时没有响应,请稍后重试;变更类请求请沿用同一 Idempotency-Key。`,
    headers: { 'retry-after': String(retryAfterSeconds) },
  });

/** A case that does not exist and a case of an institution the caller does not see are told apart by nobody. */
export const caseNotFound = (caseId: string): Problem =>
  new Problem('case.not-found', { detail: `There is no case ${caseId}.`, detailZh: `没有案件 ${caseId}。` });
