import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Middleware } from 'openapi-fetch';

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}
interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Readonly<Record<string, Described>> }>>>
  >;
}

const asPointer = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The published contract of one running service. */
class PublishedContract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly checks = new Map<string, ValidateFunction | undefined>();

  constructor(private readonly document: OpenApi) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'doc:', ...document });
  }

  /** @throws Error when an answer is none the contract has for the call. */
  check(method: string, path: string, status: number, type: string, body: unknown): void {
    const call = `${method} ${path} → ${status} ${type}`;
    if (!this.checks.has(call)) this.checks.set(call, this.checkOf(method, path, status, type, call));
    const check = this.checks.get(call);
    if (!check || check(body)) return;
    throw new Error(`${call} is not as published: ${this.ajv.errorsText(check.errors)} in ${JSON.stringify(body)}`);
  }

  private checkOf(method: string, path: string, status: number, type: string, call: string) {
    const { responses } = this.document.paths[path]?.[method.toLowerCase()] ?? { responses: {} };
    const answer = responses[status] ? String(status) : 'default';
    const content = responses[answer]?.content?.[type];
    if (!content) throw new Error(`${call} is not published`);
    const place = ['paths', path, method.toLowerCase(), 'responses', answer, 'content', type, 'schema'];
    return content.schema && this.ajv.compile({ $ref: `doc:#/${place.map(asPointer).join('/')}` });
  }
}

const contracts = new Map<string, Promise<PublishedContract>>();

/** What a service publishes, asked once. */
function contractOf(url: string): Promise<PublishedContract> {
  const known = contracts.get(url);
  if (known) return known;
  const asked = fetch(`${url}/openapi.json`).then(
    async (response) => new PublishedContract((await response.json()) as OpenApi),
  );
  contracts.set(url, asked);
  return asked;
}

/** Holds each JSON answer of a service against what it publishes. */
export const asPublished = (url: string): Middleware => ({
  async onResponse({ request, schemaPath, response }) {
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (!type.endsWith('json')) return;
    const contract = await contractOf(url);
    contract.check(request.method, schemaPath, response.status, type, await response.clone().json());
  },
});
