import type { FieldName, Shape, Values } from "../../components/fields";
import { said } from "../../words";

/** A list in an engine's part of the policy, or a part in it, with the fields of each. */
export interface Inner {
  name: string;
  fields: Shape[];
  /** What is in it in its turn. */
  parts?: Inner[];
  /** What it begins with. */
  start?: Values;
  /** The actions that may follow by severity. */
  severities?: readonly string[];
}

export interface EngineForm {
  /** The part of the policy. */
  part: string;
  fields: Shape[];
  lists?: Inner[];
  parts?: Inner[];
  severities?: readonly string[];
  /** Whether it is told what each severity means. */
  describes?: true;
}

export interface Proposed {
  lists: string[];
  filters: string[];
  providers: string[];
  /** What may be seen in pictures. */
  pictures: string[];
}

const ACTIONS = ["flag", "shadow", "remove", "bounce", "bounce_flag", "bounce_remove"];
const TEXT_ACTIONS = ["keep", "flag", "mask", "mask_flag", ...ACTIONS.slice(1)];
const VELOCITY = ["flag", "shadow", "remove", "ban"];
const TOXIC = ["identity_attack", "insult", "obscene", "sexual_explicit", "threat"];
const action: Shape = { name: "action", kind: "choice", options: ACTIONS };
const textAction: Shape = { name: "action", kind: "choice", options: TEXT_ACTIONS, optional: true };
const label: Shape = { name: "label" };
const threshold: Shape = { name: "threshold", kind: "score" };
const profile: Shape = { name: "profile", kind: "choice", options: ["strict", "balanced", "lenient"], optional: true };
const usual: Shape[] = [
  { name: "not_judged", kind: "choice", options: ["keep", "flag", "wait"], optional: true },
  { name: "async", kind: "flag" },
];
const few = (name: FieldName, max?: number): Shape => ({ name, kind: "number", min: 0, ...(max ? { max } : {}), optional: true });
const flag = (name: FieldName): Shape => ({ name, kind: "flag" });

const flood: Shape[] = [
  flag("enabled"),
  { ...action, optional: true },
  { name: "threshold", kind: "number", min: 2, optional: true },
  { name: "time_window", optional: true },
  few("min_text_length", 1000),
  flag("track_across_users"),
];

const score: Omit<Shape, "name"> = { kind: "number", min: 0, max: 1, step: 0.01 };
const asked: Inner = {
  name: "ask_when",
  fields: [few("sample", 100), flag("on_report"), { name: "rules", kind: "names", of: "rules" }],
  parts: [
    {
      name: "band",
      fields: [{ name: "low", ...score }, { name: "high", ...score }, { name: "labels", kind: "names" }],
      start: { low: 0.4, high: 0.8 },
    },
  ],
};

function pictures(part: string, labels: string[]): EngineForm {
  return {
    part,
    fields: usual,
    lists: [
      { name: "rules", fields: [{ ...label, options: labels }, { name: "min_confidence", kind: "score", max: 100 }, action] },
      { name: "ocr_rules", fields: [label, action] },
    ],
  };
}

/** The engines of a policy and what can be set of them. */
export function engineForms({ lists, filters, providers, pictures: seen }: Proposed): EngineForm[] {
  const provider: Shape = { name: "provider", kind: "choice", options: providers, optional: true };
  return [
    {
      part: "block_list_config",
      fields: [flag("match_substring"), ...usual],
      lists: [
        {
          name: "rules",
          fields: [
            { name: "name", options: lists },
            { name: "action", kind: "choice", options: TEXT_ACTIONS.slice(1) },
            { name: "team", optional: true },
          ],
        },
      ],
    },
    {
      part: "ai_text_config",
      fields: [profile, ...usual],
      severities: TEXT_ACTIONS,
      lists: [{ name: "rules", fields: [label, textAction], severities: TEXT_ACTIONS }],
    },
    {
      part: "automod_toxicity_config",
      fields: [{ name: "model", kind: "choice", options: ["default", "blended"], optional: true }, ...usual],
      lists: [{ name: "rules", fields: [{ ...label, options: TOXIC }, threshold, action] }],
    },
    {
      part: "automod_platform_circumvention_config",
      fields: usual,
      lists: [{ name: "rules", fields: [{ ...label, options: ["platform_circumvention"] }, threshold, action] }],
    },
    {
      part: "automod_semantic_filters_config",
      fields: [{ name: "model", kind: "choice", options: ["vectors", "minilm"], optional: true }, ...usual],
      lists: [{ name: "rules", fields: [{ name: "name", options: filters }, threshold, action] }],
    },
    pictures("ai_image_config", seen),
    pictures("ai_video_config", seen),
    {
      part: "llm_config",
      fields: [provider, { name: "app_context", kind: "area", optional: true }, ...usual],
      parts: [asked],
      describes: true,
      lists: [
        {
          name: "rules",
          fields: [
            label,
            { name: "description", optional: true },
            { name: "action", kind: "choice", options: ["keep", ...ACTIONS], optional: true },
          ],
          severities: ["keep", ...ACTIONS],
        },
      ],
    },
    {
      part: "remote_config",
      fields: usual,
      parts: [asked],
      lists: [
        {
          name: "rules",
          fields: [provider, label, threshold, { name: "action", kind: "choice", options: ["keep", ...ACTIONS] }],
        },
      ],
    },
    { part: "google_vision_config", fields: [provider, ...usual], parts: [asked] },
    {
      part: "velocity_filter_config",
      fields: [few("cids_per_user", 100), ...(["first_message_only", "cascading_actions", "advanced_filters"] as const).map(flag)],
      lists: [
        {
          name: "rules",
          fields: [
            { name: "action", kind: "choice", options: VELOCITY },
            few("fast_spam_threshold"),
            few("fast_spam_ttl"),
            few("slow_spam_threshold"),
            few("slow_spam_ttl"),
            few("ban_duration"),
            few("slow_spam_ban_duration"),
            few("probation_period"),
            { name: "cascading_action", kind: "choice", options: VELOCITY, optional: true },
            few("cascading_threshold", 20),
            ...(["shadow_ban", "ip_ban", "url_only", "check_message_context"] as const).map(flag),
          ],
        },
      ],
    },
    {
      part: "flood_config",
      fields: [...usual, { name: "allowlist", kind: "lines" }],
      parts: [
        { name: "identical", fields: flood },
        { name: "similar", fields: [...flood, few("similarity_distance", 16)] },
      ],
    },
    { part: "ai_audio_config", fields: [profile, ...usual], lists: [{ name: "rules", fields: [label, textAction], severities: TEXT_ACTIONS }] },
  ];
}

export function engineTitle(part: string): string {
  return said("o", part.replace(/_config$/, ""));
}
