import type { AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { bodyOf, type Shape, type Values } from "../../components/fields";
import { listed } from "../../components/pages";
import { Registry } from "../../components/registry";
import { t } from "../../words";

type Provider = AnswerOf<"/api/v1/providers/{id}", "get">["provider"];

const KINDS = [
  "chat_json", "llama_guard", "qwen3guard", "shieldgemma", "granite", "openai", "google_text", "google_vision",
  "rekognition", "comprehend", "azure", "hive", "webhook",
];
const SHAPE: readonly Shape[] = [
  { name: "kind", kind: "choice", options: KINDS },
  { name: "url", optional: true },
  { name: "key", kind: "secret", optional: true },
  { name: "model", optional: true },
  { name: "timeout", kind: "number", min: 0.1, step: 0.1 },
  { name: "concurrency", kind: "number", min: 1 },
  { name: "max_tokens", kind: "number", min: 1 },
  { name: "max_characters", kind: "number", min: 1 },
  { name: "cache_seconds", kind: "number", min: 0 },
  { name: "not_judged", kind: "choice", options: ["keep", "flag", "wait"] },
  { name: "images", kind: "flag" },
  { name: "options", kind: "pairs" },
];
const START: Values = {
  kind: "chat_json", timeout: 20, concurrency: 4, max_tokens: 1024, max_characters: 20_000, cache_seconds: 86_400,
  not_judged: "flag",
};


export function ProvidersPage() {
  return (
    <Registry<Provider>
      title={t("nav.providers")}
      page
      hint={t("providers.what")}
      named
      id={(row) => row.id}
      load={listed("/api/v1/providers", "providers")}
      columns={[
        { title: t("f.id"), cell: (row) => <b>{row.id}</b> },
        { title: t("f.kind"), cell: (row) => <Badge>{row.kind}</Badge> },
        { title: t("f.url"), width: "wide", cell: (row) => <code>{row.url}</code> },
        { title: t("f.model"), cell: (row) => row.model },
        { title: t("f.key"), cell: (row) => (row.has_key ? t("providers.hasKey") : "–") },
      ]}
      shape={SHAPE}
      start={START}
      at="/api/v1/providers/{id}"
      body={(values) => bodyOf(values, SHAPE, ["price"])}
      needs="administer"
    />
  );
}
