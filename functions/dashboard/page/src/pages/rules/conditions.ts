import type { Shape, Values } from "../../components/fields";
import type { Scope } from "./rule";

export interface Condition extends Values {
  type: string;
  conditions?: Condition[];
  condition?: Condition;
}

/** Names that a rule may use, to be proposed. */
export interface Known {
  lists: string[];
  classes: string[];
  categories: string[];
  userLists: string[];
  strikePolicies: string[];
  policies: string[];
  engines: string[];
}

const OPERATORS = ["gt", "gte", "lt", "lte", "eq"];
const SEVERITIES = ["low", "medium", "high", "critical"];
const MODALITIES = ["text", "visual", "image", "video", "audio"];

const operator: Shape = { name: "operator", kind: "choice", options: OPERATORS };
const value: Shape = { name: "value", kind: "number", min: 0 };
const window: Shape = { name: "window" };
const severity: Shape = { name: "severity", kind: "choice", options: SEVERITIES };
const modality: Shape = { name: "modality", kind: "choice", options: MODALITIES };
const exact: Shape = { name: "exact", kind: "flag" };
const property: Shape[] = [
  { name: "key" },
  { name: "operator", kind: "choice", options: ["exists", "contains", ...OPERATORS] },
  { name: "value", kind: "scalar" },
];
const few: Shape = { name: "value", kind: "number", min: 2, max: 100 };

interface Kind {
  fields: (known: Known) => Shape[];
  start: Values;
  scopes: readonly Scope[];
}

const CONTENT: readonly Scope[] = ["post", "reported_post"];
const CHECKED: readonly Scope[] = ["post", "user", "reported_post"];
const ALL: readonly Scope[] = ["post", "user", "reported_post", "reported_user"];
const counted = { operator: "gt", value: 10, window: "7d" };

/** What a rule can ask for: the fields of each, what it begins with, and in which scopes it may stand. */
export const KINDS: Record<string, Kind> = {
  classified_as: {
    fields: (known) => [
      { name: "classes", kind: "names", options: known.classes },
      modality,
      { name: "threshold", kind: "number", min: 0, max: 1, step: 0.01, optional: true },
      { ...severity, optional: true },
      exact,
    ],
    start: { classes: [], modality: "text" },
    scopes: CONTENT,
  },
  in_list: {
    fields: (known) => [{ name: "lists", kind: "names", options: known.lists }],
    start: { lists: [] },
    scopes: CONTENT,
  },
  needs_review: {
    fields: () => [{ name: "by", kind: "choice", options: ["classes", "policy"], optional: true }],
    start: {},
    scopes: CONTENT,
  },
  graded: {
    fields: () => [severity, { ...modality, options: MODALITIES.filter((each) => each !== "visual") }],
    start: { severity: "high", modality: "text" },
    scopes: CONTENT,
  },
  not_judged: {
    fields: (known) => [{ name: "engines", kind: "names", options: known.engines }],
    start: { engines: [] },
    scopes: CONTENT,
  },
  contains_url: { fields: () => [], start: {}, scopes: CONTENT },
  text_length: { fields: () => [operator, value], start: { operator: "gte", value: 500 }, scopes: CONTENT },
  content_property: { fields: () => property, start: { key: "", operator: "exists" }, scopes: CONTENT },
  entity_type: { fields: () => [{ name: "types", kind: "names" }], start: { types: [] }, scopes: CONTENT },
  policy: {
    fields: (known) => [
      { name: "keys", kind: "names", options: known.policies },
      { name: "team", optional: true },
    ],
    start: { keys: [] },
    scopes: CHECKED,
  },
  team: { fields: () => [{ name: "teams", kind: "names" }], start: { teams: [] }, scopes: CHECKED },
  repeated_text: {
    fields: () => [
      few,
      window,
      { name: "alike", kind: "choice", options: ["identical", "similar"] },
      { name: "of", kind: "choice", options: ["author", "everybody"] },
      { name: "distance", kind: "number", min: 0, max: 32, optional: true },
      { name: "min_letters", kind: "number", min: 1, optional: true },
      { name: "allowed", kind: "lines" },
    ],
    start: { value: 5, window: "1h", alike: "identical", of: "author" },
    scopes: CHECKED,
  },
  channel_count: { fields: () => [few, window], start: { value: 5, window: "1h" }, scopes: CHECKED },
  post_count: { fields: () => [operator, value, window], start: counted, scopes: ALL },
  classified_count: {
    fields: (known) => [...found(known), operator, value, window],
    start: { classes: [], lists: [], modality: "text", ...counted },
    scopes: ALL,
  },
  classified_share: {
    fields: (known) => [
      ...found(known),
      operator,
      { name: "percent", kind: "number", min: 0, max: 100, step: 0.1 },
      window,
      { name: "min_posts", kind: "number", min: 1, optional: true },
    ],
    start: { classes: [], lists: [], modality: "text", operator: "gte", percent: 40, window: "7d", min_posts: 20 },
    scopes: ALL,
  },
  matching_count: {
    fields: () => [operator, value, window, { name: "of", kind: "choice", options: ["author", "address"] }],
    start: { ...counted, of: "author", condition: { type: "contains_url" } },
    scopes: ALL,
  },
  flagged_count: { fields: () => [operator, value], start: { operator: "gte", value: 5 }, scopes: ALL },
  user_age: { fields: () => [operator, { name: "age" }], start: { operator: "lt", age: "24h" }, scopes: ALL },
  user_role: { fields: () => [{ name: "roles", kind: "names" }], start: { roles: [] }, scopes: ALL },
  user_property: { fields: () => property, start: { key: "", operator: "exists" }, scopes: ALL },
  user_in_list: {
    fields: (known) => [{ name: "lists", kind: "names", options: known.userLists, of: "user_lists" }],
    start: { lists: [] },
    scopes: ALL,
  },
  is_trusted: { fields: () => [], start: {}, scopes: ALL },
  is_staff: { fields: () => [], start: {}, scopes: ALL },
  strikes: {
    fields: (known) => [{ name: "policy", kind: "choice", options: known.strikePolicies, of: "strike_policies" }, operator, value],
    start: { policy: "", operator: "gte", value: 3 },
    scopes: ALL,
  },
  report_count: {
    fields: (known) => [
      { name: "categories", kind: "names", options: known.categories, of: "report_categories" },
      operator,
      value,
      { name: "window", optional: true },
      { name: "distinct", kind: "flag" },
      { name: "weighted", kind: "flag" },
      { name: "min_reporter_age", optional: true },
    ],
    start: { categories: [], operator: "gte", value: 3 },
    scopes: ["post", "reported_post", "reported_user"],
  },
  never: { fields: () => [{ name: "what" }], start: { what: "" }, scopes: ALL },
};

function found(known: Known): Shape[] {
  return [
    { name: "classes", kind: "names", options: known.classes },
    { name: "lists", kind: "names", options: known.lists },
    modality,
    exact,
  ];
}

/** A condition as the API takes it: what was left empty is left out. */
export function cleaned(condition: Condition): Condition {
  const { type, conditions, condition: inner, ...rest } = condition;
  const kept = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return {
    type,
    ...Object.fromEntries(kept),
    ...(conditions ? { conditions: conditions.map(cleaned) } : {}),
    ...(inner ? { condition: cleaned(inner) } : {}),
  };
}
