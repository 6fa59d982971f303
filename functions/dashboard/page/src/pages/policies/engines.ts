import type { Shape } from "../../components/fields";
import { said } from "../../words";

export interface EngineForm {
  /** The part of the policy. */
  part: string;
  fields: Shape[];
  /** The fields of each of its `rules`. */
  rows: Shape[];
}

export interface Proposed {
  lists: string[];
  filters: string[];
  providers: string[];
}

const ACTIONS = ["flag", "shadow", "remove", "bounce", "bounce_flag", "bounce_remove"];
const TEXT_ACTIONS = ["keep", "flag", "mask", "mask_flag", ...ACTIONS.slice(1)];
const action: Shape = { name: "action", kind: "choice", options: ACTIONS };
const textAction: Shape = { name: "action", kind: "choice", options: TEXT_ACTIONS, optional: true };
const label: Shape = { name: "label" };
const threshold: Shape = { name: "threshold", kind: "number", min: 0, max: 1, step: 0.01 };
const notJudged: Shape = { name: "not_judged", kind: "choice", options: ["keep", "flag", "wait"], optional: true };

/** The engines of a policy with what is most often set of them; the rest is in their JSON. */
export function engineForms({ lists, filters, providers }: Proposed): EngineForm[] {
  const provider: Shape = { name: "provider", kind: "choice", options: providers, optional: true };
  return [
    {
      part: "block_list_config",
      fields: [{ name: "match_substring", kind: "flag" }],
      rows: [
        { name: "name", options: lists },
        { name: "action", kind: "choice", options: TEXT_ACTIONS.slice(1) },
      ],
    },
    { part: "ai_text_config", fields: [{ name: "profile", optional: true }, notJudged], rows: [label, textAction] },
    {
      part: "automod_toxicity_config",
      fields: [{ name: "model", kind: "choice", options: ["default", "blended"], optional: true }, notJudged],
      rows: [label, threshold, action],
    },
    { part: "automod_platform_circumvention_config", fields: [notJudged], rows: [label, threshold, action] },
    {
      part: "automod_semantic_filters_config",
      fields: [{ name: "model", kind: "choice", options: ["vectors", "minilm"], optional: true }, notJudged],
      rows: [{ name: "name", options: filters }, threshold, action],
    },
    {
      part: "ai_image_config",
      fields: [notJudged],
      rows: [label, { name: "min_confidence", kind: "number", min: 0, max: 100 }, action],
    },
    {
      part: "llm_config",
      fields: [provider, { name: "app_context", kind: "area", optional: true }, notJudged],
      rows: [label, { name: "description", optional: true }, { ...action, optional: true }],
    },
    { part: "remote_config", fields: [notJudged], rows: [provider, label, threshold, action] },
    {
      part: "velocity_filter_config",
      fields: [{ name: "cids_per_user", kind: "number", min: 0, optional: true }],
      rows: [
        { name: "action", kind: "choice", options: ["flag", "shadow", "remove", "ban"] },
        { name: "fast_spam_threshold", kind: "number", min: 0, optional: true },
        { name: "fast_spam_ttl", kind: "number", min: 0, optional: true },
        { name: "slow_spam_threshold", kind: "number", min: 0, optional: true },
        { name: "slow_spam_ttl", kind: "number", min: 0, optional: true },
      ],
    },
    { part: "flood_config", fields: [notJudged, { name: "allowlist", kind: "lines" }], rows: [] },
    { part: "google_vision_config", fields: [provider, notJudged], rows: [] },
    { part: "ai_video_config", fields: [notJudged], rows: [] },
    { part: "ai_audio_config", fields: [{ name: "profile", optional: true }, notJudged], rows: [label, textAction] },
  ];
}

export function engineTitle(part: string): string {
  return said("o", part.replace(/_config$/, ""));
}
