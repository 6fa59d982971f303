import { api, Failure } from "../../api/client";
import type { components } from "../../api/schema";
import { cleaned, type Condition, type Known } from "./conditions";

type Schemas = components["schemas"];
export type Scope = Schemas["RuleBody"]["scope"];
export type Kept = Schemas["gavel.ShownRule"];
export type Draft = Schemas["gavel.ShownDraft"];
export type Shadow = Schemas["gavel.ReportedShadow"];
export type Warning = Schemas["gavel.RuleWarning"];
export type Action = Schemas["gavel.ShownAction"];
export type Clause = Schemas["gavel.ClauseAnswer"];
type Content = Schemas["gavel.ShownContent"];
type Fields = Schemas["RuleFieldsBody"];

export const SCOPES: readonly Scope[] = ["post", "user", "reported_post", "reported_user"];

export interface Call {
  action: string;
  values: Record<string, unknown>;
}

/** A rule as it is written on the page. */
export interface Written {
  name: string;
  scope: Scope;
  when: Condition;
  actions: Call[];
  position: number;
  enabled: boolean;
  cap_per_hour?: number | null;
  flag_cap_per_hour?: number | null;
  exempt?: Record<string, unknown> | null;
  cooldown?: string | null;
  group?: string | null;
  strike?: Record<string, unknown> | null;
}

export const NEW: Written = {
  name: "",
  scope: "post",
  when: { type: "all", conditions: [{ type: "classified_as", classes: [], modality: "text" }] },
  actions: [{ action: "flag_for_review", values: {} }],
  position: 0,
  enabled: true,
};

export function written(rule: Content): Written {
  const { name, scope, when, actions, position, enabled, cap_per_hour, flag_cap_per_hour, exempt, cooldown, group, strike } =
    rule;
  return {
    name,
    scope,
    when: when as Condition,
    actions: actions.map((each) => (typeof each === "string" ? { action: each, values: {} } : { ...each })),
    position,
    enabled,
    cap_per_hour: cap_per_hour ?? null,
    flag_cap_per_hour: flag_cap_per_hour ?? null,
    exempt: exempt ? { ...exempt } : null,
    cooldown: cooldown ?? null,
    group: group ?? null,
    strike: strike ? { ...strike } : null,
  };
}

/** The rule as the API takes it. */
export function sent(rule: Written): Fields {
  const { when, actions, cooldown, group, strike, ...rest } = rule;
  const whole = {
    ...rest,
    when: cleaned(when),
    actions: actions.map(({ action, values }) => (Object.keys(values).length > 0 ? { action, values } : action)),
    ...(cooldown ? { cooldown } : {}),
    ...(group ? { group } : {}),
    ...(strike?.["policy"] ? { strike } : {}),
  };
  return whole as unknown as Fields;
}

export function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/[^\w.:-]/g, "")
    .replace(/^_+|_+$/g, "");
  return (id || `rule_${Date.now().toString(36)}`).slice(0, 100);
}

async function present<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Failure && error.status === 404) return undefined;
    throw error;
  }
}

export interface Found {
  rule: Kept | undefined;
  draft: Draft | undefined;
  shadow: Shadow | undefined;
}

/** All that there is of a rule: the one in effect, what is drafted, what runs in its shadow. */
export async function find(id: string): Promise<Found> {
  const at = { path: { id } };
  const [kept, drafted, shadowed] = await Promise.all([
    present(api.get("/api/v1/rules/{id}", at)),
    present(api.get("/api/v1/rules/{id}/draft", at)),
    present(api.get("/api/v1/rules/{id}/shadow", at)),
  ]);
  if (!kept && !drafted && !shadowed) throw new Failure(404, "");
  return { rule: kept?.rule, draft: drafted?.draft, shadow: shadowed?.shadow };
}

/** The names that a rule may use. */
export async function names(): Promise<Known & { actions: Action[] }> {
  const limit = { query: { limit: 100 } };
  const [lists, classes, categories, users, strikes, policies, actions] = await Promise.all([
    api.get("/api/v2/blocklists"),
    api.get("/api/v1/classes", limit),
    api.get("/api/v1/report_categories", limit),
    api.get("/api/v1/user_lists", limit),
    api.get("/api/v1/strike_policies", limit),
    api.post("/api/v2/moderation/configs", { body: { limit: 100 } }),
    api.get("/api/v1/actions", limit),
  ]);
  return {
    lists: [...lists.blocklists.map((each) => each.name), "deny_list", "allow_list"],
    classes: classes.classes.map((each) => each.name),
    categories: categories.report_categories.map((each) => each.id),
    userLists: users.user_lists.map((each) => each.id),
    strikePolicies: strikes.strike_policies.map((each) => each.id),
    policies: policies.configs.map((each) => each.key),
    engines: ENGINES,
    actions: actions.actions,
  };
}

const ENGINES = [
  "ai_text",
  "ai_image",
  "block_list",
  "automod_toxicity",
  "automod_platform_circumvention",
  "automod_semantic_filters",
  "velocity_filter",
  "llm",
  "remote",
  "flood",
  "google_vision",
];

export interface RuleProps {
  /** The id that it has or would get. */
  id: string;
  rule: Written;
  found: Found;
  reload: () => void;
}
