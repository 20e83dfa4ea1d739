/** A stable code of a failed answer with its HTTP status and its title, which is the same for every answer of that code. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Every code of the contract (api.md §6) and the few the server adds; the codes of `guard.*` share one row. */
export const PROBLEM_KINDS = {
  'request.invalid': { status: 400, title: 'The request is not well-formed' },
  'idempotency.missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'auth.missing': { status: 401, title: 'No credentials were sent' },
  'auth.invalid': { status: 401, title: 'The credentials are not valid' },
  'signature.invalid': { status: 401, title: 'The signature is not valid' },
  'signature.stale': { status: 401, title: 'The signature is too old or from the future' },
  'signature.replayed': { status: 401, title: 'The signature was used before' },
  'auth.role': { status: 403, title: 'Your role may not do this' },
  'case.not-found': { status: 404, title: 'There is no such case' },
  'document.not-found': { status: 404, title: 'There is no such document' },
  'signal.not-found': { status: 404, title: 'There is no such signal' },
  'batch.not-found': { status: 404, title: 'There is no such list of notices' },
  'endpoint.not-found': { status: 404, title: 'There is no such endpoint' },
  'order.not-found': { status: 404, title: 'There is no such order' },
  'replay-run.not-found': { status: 404, title: 'There is no such replay' },
  'difference.not-found': { status: 404, title: 'There is no such difference' },
  'policy.not-found': { status: 404, title: 'There is no such policy version' },
  'route.not-found': { status: 404, title: 'There is nothing at this address' },
  'transition.not-allowed': { status: 409, title: 'The case does not allow this now' },
  'case.stale': { status: 409, title: 'The case has moved on' },
  'case.closed': { status: 409, title: 'The case is closed' },
  'case.frozen': { status: 409, title: 'The case waits to be started again from the record' },
  'case.not-frozen': { status: 409, title: 'The case has its run' },
  'case.already-open': { status: 409, title: 'A case is already open for this' },
  'replay-run.not-done': { status: 409, title: 'The replay is not done' },
  'idempotency.running': { status: 409, title: 'The first request with this key is still running' },
  'request.expired': { status: 409, title: 'The request came too late to be carried out' },
  'signal.body-changed': { status: 409, title: 'A signal of this id came with another body' },
  'difference.not-open': { status: 409, title: 'The difference is explained or closed' },
  'day.not-over': { status: 409, title: 'The day is not over' },
  'sandbox.only': { status: 409, title: 'Only a sandbox case allows this' },
  'body.too-large': { status: 413, title: 'The body is too large' },
  'media.unsupported': { status: 415, title: 'The media type is not supported' },
  'idempotency.mismatch': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  'endpoint.address-refused': { status: 422, title: 'The address of the endpoint is not allowed' },
  'guard.*': { status: 422, title: 'A rule of the case refuses this' },
  'rate.limited': { status: 429, title: 'Too many requests' },
  'internal.error': { status: 500, title: 'The server failed' },
  'dependency.unavailable': { status: 503, title: 'A part the service depends on is not available' },
} as const satisfies Record<string, ProblemKind>;

/** A code of {@link PROBLEM_KINDS}, or of a guard. */
export type ProblemCode = Exclude<keyof typeof PROBLEM_KINDS, 'guard.*'> | `guard.${string}`;

const isListed = (code: string): code is keyof typeof PROBLEM_KINDS => Object.hasOwn(PROBLEM_KINDS, code);

/** Whether a text is a code of the contract; the kernel's refusals carry theirs as plain text. */
export const isProblemCode = (code: string): code is ProblemCode => code.startsWith('guard.') || isListed(code);

export const kindOf = (code: ProblemCode): ProblemKind =>
  isListed(code) ? PROBLEM_KINDS[code] : PROBLEM_KINDS['guard.*'];
