import { computed, signal } from "./state";
import { Failure, request } from "./api/client";

export const ROLES = ["reader", "moderator", "senior", "lead", "admin"] as const;
export type Role = (typeof ROLES)[number];

export interface Member {
  id: string;
  name: string;
  role: Role;
  queues: string[] | null;
  actions: string[] | null;
  rights: string[];
  must_set_password: boolean;
}

export interface Session {
  member: Member;
  app: { name: string };
  csrf: string;
  expires_at: string;
}

export interface SignIn {
  password: boolean;
  providers: { id: string; label: string }[];
}

/** Whose member signed in here last; the address's `?app=` names another. */
const APP = "gavel.app";

/** `undefined` until the server has said whether somebody is signed in. */
export const session = signal<Session | null | undefined>(undefined);
/** The session ended while the page was in use: what is on it stays until somebody signs in. */
export const interrupted = signal(false);
export const csrf = computed(() => session.value?.csrf ?? "");
export const member = computed(() => session.value?.member);

export function sessionEnded(): void {
  if (session.value) interrupted.value = true;
}

/** Whether the member's role is `role` or stands above it. */
export function atLeast(role: Role): boolean {
  const own = member.value?.role;
  return own !== undefined && ROLES.indexOf(own) >= ROLES.indexOf(role);
}

/** Whether the member holds a right of the API's, as `oversee`. */
export function holds(right: string): boolean {
  return (member.value?.rights.includes(right) ?? false) && (right !== "administer" || isFree());
}

/** Whether what is of all queues at once is for them: it is not where they are held to some. */
export function seesAll(): boolean {
  return !member.value?.queues;
}

/** Held neither to some queues nor to some actions. */
export function isFree(): boolean {
  return seesAll() && !member.value?.actions;
}

/** Whether it is the member of whom the log or a claim tells. */
export function isMe(who: string | undefined): boolean {
  const own = member.value;
  return own !== undefined && (who === own.id || who === own.name);
}

/** Whether the member may take the action: the API refuses it otherwise. */
export function may(action: string): boolean {
  const allowed = member.value?.actions;
  return holds("decide") && (!allowed || allowed.includes(action));
}

function begun(found: Session): void {
  const other = session.value && session.value.member.id !== found.member.id;
  session.value = found;
  interrupted.value = false;
  localStorage.setItem(APP, found.app.name);
  // Somebody else's work does not stay on the page.
  if (other) location.assign("/dashboard/");
}

/** Why a provider's sign-in led to nobody; said once. */
export const turnedAway = signal<"" | "failed" | "unknown">("");

/** Takes up the cookie's session, or the one-time link's in the address. */
export async function resume(): Promise<void> {
  const said = new URLSearchParams(location.hash.slice(1));
  const link = said.get("link");
  const outcome = said.get("sign_in");
  if (outcome === "failed" || outcome === "unknown") {
    history.replaceState(history.state, "", location.pathname + location.search);
    turnedAway.value = outcome;
  }
  if (link) {
    history.replaceState(history.state, "", location.pathname + location.search);
    begun((await request("post", "/dashboard/session", { body: { link } })) as Session);
    return;
  }
  try {
    begun((await request("get", "/dashboard/session")) as Session);
  } catch (error) {
    if (!(error instanceof Failure) || error.status !== 401) throw error;
    session.value = null;
  }
}

export async function signIn(name: string, password: string): Promise<void> {
  const app = session.value?.app.name ?? (new URLSearchParams(location.search).get("app") || localStorage.getItem(APP));
  const body = { name, password, ...(app ? { app } : {}) };
  begun((await request("post", "/dashboard/session", { body })) as Session);
}

export async function signOut(): Promise<void> {
  await request("delete", "/dashboard/session");
  session.value = null;
}

export async function setPassword(password: string, old?: string): Promise<void> {
  const body = old === undefined ? { password } : { old, password };
  await request("put", "/dashboard/session/password", { body });
  const now = session.value;
  if (now) session.value = { ...now, member: { ...now.member, must_set_password: false } };
}

export async function waysIn(): Promise<SignIn> {
  return (await request("get", "/dashboard/sign_in")) as SignIn;
}
