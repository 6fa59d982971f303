import { useState } from "preact/hooks";
import { api, type BodyOf } from "../../api/client";
import { Fields, Group, type Shape, type Values } from "../../components/fields";
import { Form, TextArea, useSending } from "../../components/form";
import { Head } from "../../components/head";
import { Shown, useResource } from "../../components/resource";
import { say } from "../../components/toasts";
import { t } from "../../words";
import { changeSettings } from "./settings";

type PageSettings = NonNullable<BodyOf<"/api/v1/page_settings", "put">>;

export function AppPage() {
  const settings = useResource(() => api.get("/api/v1/settings"), []);
  const page = useResource(() => api.get("/api/v1/page_settings"), []);
  return (
    <>
      <Head title={t("nav.app")} />
      <div class="halves">
        <Shown of={settings}>
          {(found) => (
            <AppSettings key={found.settings.updated_at} settings={{ ...found.settings }} reload={settings.reload} />
          )}
        </Shown>
        <Shown of={page}>{(found) => <Desk settings={{ ...found.page_settings }} />}</Shown>
      </div>
    </>
  );
}

const PLAIN: readonly Shape[] = [
  { name: "default_policy" },
  { name: "default_region", optional: true },
  { name: "review_feed_days", kind: "number", min: 1, max: 3650, optional: true },
  { name: "second_person_for_irreversible", kind: "flag" },
  { name: "second_person_actions", kind: "names", options: ["ban", "block", "delete_user"] },
  { name: "approval_hours", kind: "number", min: 1, max: 720 },
  { name: "list_content", kind: "flag" },
  { name: "record_views", kind: "flag" },
  { name: "inputs_kept_days", kind: "number", min: 1 },
  { name: "retention_days", kind: "counts" },
  { name: "erasure_keeps", kind: "names", options: ["decisions", "statements", "enforcements", "deliveries", "appeals"] },
];
const SPAM: readonly Shape[] = [
  { name: "enabled", kind: "flag" },
  { name: "min_text_length", kind: "number", min: 1 },
  { name: "propose_from", kind: "number", min: 1 },
];
const BUDGET: readonly Shape[] = [
  { name: "calls", kind: "number", min: 0, optional: true },
  { name: "tokens", kind: "number", min: 0, optional: true },
  { name: "money", kind: "number", min: 0, step: 0.01, optional: true },
];

function AppSettings({ settings, reload }: { settings: Values; reload: () => void }) {
  const [value, setValue] = useState<Values>(settings);
  const sending = useSending(PLAIN.map((shape) => shape.name));
  const part = (name: string, title: string, shape: readonly Shape[]) => {
    const own = (value[name] ?? {}) as Values;
    return (
      <Group title={title}>
        <Fields
          shape={shape}
          value={own}
          change={(changes) => setValue({ ...value, [name]: { ...own, ...changes } })}
          wrong={(field) => sending.wrong(`${name}.${field}`)}
        />
      </Group>
    );
  };
  const save = async () => {
    if (!(await sending.send(() => changeSettings(value)))) return;
    say(t("common.saved"));
    reload();
  };
  return (
    <Form class="card" send={save}>
      <h2>{t("app.settings")}</h2>
      <Fields
        shape={PLAIN}
        value={value}
        change={(changes) => setValue({ ...value, ...changes })}
        wrong={sending.wrong}
      />
      {part("spam_manager", t("nav.spam"), SPAM)}
      {part("provider_budget", t("app.budget"), BUDGET)}
      <p class="hint">{t("app.secrets", { n: Number(settings["signing_secrets_count"] ?? 0) })}</p>
      {sending.problem}
      <button type="submit" class="primary" disabled={sending.busy}>
        {t("common.save")}
      </button>
    </Form>
  );
}

const DESK: readonly Shape[] = [
  { name: "act_needs_reason", kind: "flag" },
  { name: "keep_needs_reason", kind: "flag" },
  { name: "blur", kind: "flag" },
  { name: "grey", kind: "flag" },
  { name: "mute", kind: "flag" },
  { name: "veil_text_labels", kind: "names" },
  { name: "space_severity", kind: "number", min: 0, max: 4 },
  { name: "space_labels", kind: "names" },
  { name: "translate_url", optional: true },
];

type Reason = NonNullable<PageSettings["decision_reasons"]>[number];

/** `key, label, act`: a reason a line. */
function reasonsOf(text: string): Reason[] {
  return text
    .split("\n")
    .map((line) => line.split(",").map((each) => each.trim()))
    .filter(([key]) => key)
    .map(([key = "", label = "", use = "both"]) => ({ key, label: label || key, use: use as "act" }));
}

/** What the page does for members who did not choose themselves. */
function Desk({ settings }: { settings: Values }) {
  const [value, setValue] = useState<Values>(settings);
  const [reasons, setReasons] = useState(
    (settings["decision_reasons"] as Reason[]).map(({ key, label, use }) => `${key}, ${label}, ${use}`).join("\n"),
  );
  const sending = useSending(["decision_reasons", ...DESK.map((shape) => shape.name)]);
  const save = async () => {
    const body = { ...value, translate_url: String(value["translate_url"] ?? ""), decision_reasons: reasonsOf(reasons) };
    if (await sending.send(() => api.put("/api/v1/page_settings", { body }))) say(t("common.saved"));
  };
  return (
    <Form class="card" send={save}>
      <h2>{t("app.desk")}</h2>
      <TextArea
        label={t("decide.reasons")}
        hint={t("app.reasonsHint")}
        value={reasons}
        change={setReasons}
        rows={5}
        error={sending.wrong("decision_reasons")}
      />
      <Fields
        shape={DESK}
        value={value}
        change={(changes) => setValue({ ...value, ...changes })}
        wrong={sending.wrong}
      />
      {sending.problem}
      <button type="submit" class="primary" disabled={sending.busy}>
        {t("common.save")}
      </button>
    </Form>
  );
}
