import { signal } from "../state";
import type { paths } from "./schema";
import { csrf, sessionEnded } from "../session";

type Methods = "get" | "post" | "put" | "patch" | "delete";
type Operation<P extends keyof paths, M extends Methods> = NonNullable<paths[P][M & keyof paths[P]]>;
export type PathsOf<M extends Methods> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never;
}[keyof paths];
type Content<R> = R extends { content: { "application/json": infer A } } ? A : undefined;
type Responses<O> = O extends { responses: infer R } ? R[keyof R] : never;
export type AnswerOf<P extends keyof paths, M extends Methods> = Content<Responses<Operation<P, M>>>;
export type BodyOf<P extends keyof paths, M extends Methods> =
  Operation<P, M> extends { requestBody?: infer B } ? Content<NonNullable<B>> : undefined;
export type QueryOf<P extends keyof paths, M extends Methods> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? Q : undefined;

export interface Options<Q = unknown, B = unknown> {
  path?: Record<string, string | number>;
  query?: Q;
  body?: B;
  signal?: AbortSignal;
  /** The request outlives the page. */
  keepalive?: boolean;
  /** What is sent again for the same reason has the same. */
  id?: string;
}

/** What the server refused, or that it could not be reached: `status` is 0 then. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly answer: unknown = undefined,
    /** By which the server's log has it. */
    readonly request: string = "",
  ) {
    super(message);
    this.name = "Failure";
  }

  get offline(): boolean {
    return this.status === 0;
  }

  /** Worth sending again as it is: nothing is wrong with the request itself. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 408 || this.status >= 500;
  }
}

export const online = signal(true);

/** An id that nothing else has, also where the page came by plain HTTP, without `crypto.randomUUID`. */
export function fresh(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2);
}

function filled(template: string, values: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${template} lacks ${name}`);
    return encodeURIComponent(String(value));
  });
}

function searched(query: unknown): string {
  if (query === undefined || query === null) return "";
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.append(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}

async function failureOf(response: Response): Promise<Failure> {
  const answer: unknown = await response.json().catch(() => undefined);
  const said = (answer ?? {}) as {
    message?: unknown;
    exception_fields?: Record<string, string>;
  };
  const fields = said.exception_fields ?? {};
  const message =
    Object.entries(fields)
      .map(([field, what]) => `${field}: ${what}`)
      .join("; ") || (typeof said.message === "string" ? said.message : response.statusText);
  return new Failure(response.status, message, fields, answer, response.headers.get("x-request-id") ?? "");
}

/** One request with the session's cookie and the header that no other site can send. */
export async function request(method: Methods, url: string, options: Options = {}): Promise<unknown> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "x-client-request-id": options.id ?? fresh(),
  };
  if (csrf.value) headers["x-gavel-csrf"] = csrf.value;
  if (options.body !== undefined) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(filled(url, options.path) + searched(options.query), {
      method: method.toUpperCase(),
      headers,
      credentials: "same-origin",
      cache: "no-store",
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    online.value = false;
    throw new Failure(0, "The server cannot be reached.");
  }
  online.value = true;
  if (response.status === 401 && csrf.value) sessionEnded();
  if (!response.ok) throw await failureOf(response);
  return response.status === 204 ? undefined : response.json();
}

function call<M extends Methods>(method: M) {
  return <P extends PathsOf<M>>(
    path: P,
    options: Options<QueryOf<P, M>, BodyOf<P, M>> = {},
  ): Promise<AnswerOf<P, M>> => request(method, path, options) as Promise<AnswerOf<P, M>>;
}

/** The public API: what a path takes and answers is generated from `/openapi.json`. */
export const api = {
  get: call("get"),
  post: call("post"),
  put: call("put"),
  patch: call("patch"),
  delete: call("delete"),
};
