import "../../styles/leading.css";
import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf, Failure } from "../../api/client";
import { Confirm } from "../../components/confirm";
import { Fields, Group, type Values } from "../../components/fields";
import { Checkbox, TextArea, useSending } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { say } from "../../components/toasts";
import { address, go, parameter } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";
import type { PageProps } from "../routes";
import { type EngineForm, engineForms, engineTitle, type Proposed } from "./engines";
import { Judged } from "./judged";
import { partsOf, type Policy } from "./page";

type Body = NonNullable<BodyOf<"/api/v2/moderation/config", "post">>;
type Tried = AnswerOf<"/api/v1/try", "post">;
type Engines = Record<string, Values>;

async function load(key: string, team: string): Promise<{ policy: Policy | undefined; proposed: Proposed }> {
  const query = { limit: 100 };
  const [policy, lists, filters, providers] = await Promise.all([
    api.get("/api/v2/moderation/config/{key}", { path: { key }, query: team ? { team } : {} }).then(
      (answer) => (answer.config.key === key ? answer.config : undefined),
      (error: unknown) => {
        if (error instanceof Failure && error.status === 404) return undefined;
        throw error;
      },
    ),
    api.get("/api/v2/blocklists"),
    api.get("/api/v1/semantic_filters", { query }),
    api.get("/api/v1/providers", { query }),
  ]);
  return {
    policy,
    proposed: {
      lists: [...lists.blocklists.map((each) => each.name), "deny_list", "allow_list"],
      filters: filters.semantic_filters.map((each) => each.name),
      providers: providers.providers.map((each) => each.id),
    },
  };
}

export default function PolicyPage({ values }: PageProps) {
  const key = values["id"] ?? "";
  const team = parameter("team");
  const found = useResource(() => load(key, team), [key, team]);
  return (
    <>
      <div class="page-head">
        <h1 dir="auto">{t("policies.one", { key })}</h1>
        <a class="button" href={address("/policies")}>
          {t("nav.policies")}
        </a>
      </div>
      <Shown of={found}>
        {({ policy, proposed }) => (
          <One
            key={`${key} ${team} ${policy?.updated_at}`}
            name={key}
            team={team}
            policy={policy}
            proposed={proposed}
            reload={found.reload}
          />
        )}
      </Shown>
    </>
  );
}

interface OneProps {
  name: string;
  team: string;
  policy: Policy | undefined;
  proposed: Proposed;
  reload: () => void;
}

function One({ name, team, policy, proposed, reload }: OneProps) {
  const [engines, setEngines] = useState<Engines>(Object.fromEntries(policy ? partsOf(policy) : []));
  const [removing, setRemoving] = useState(false);
  const forms = engineForms(proposed);
  const sending = useSending(forms.map((form) => form.part));
  const rest = Object.keys(engines).filter((part) => !forms.some((form) => form.part === part));
  const change = (part: string, config: Values | undefined) =>
    setEngines(({ [part]: _before, ...others }) => (config ? { ...others, [part]: config } : others));
  const body = { ...engines, key: name, ...(team ? { team } : {}), async: policy?.async ?? false } as unknown as Body;
  const save = async () => {
    if (!(await sending.send(() => api.post("/api/v2/moderation/config", { body })))) return;
    say(t("common.saved"));
    reload();
  };
  return (
    <div class="halves">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {Object.entries(policy?.not_in_effect_because ?? {}).map(([field, why]) => (
          <p key={field} class="notice">
            {field}: {why}
          </p>
        ))}
        {[...forms, ...rest.map((part): EngineForm => ({ part, fields: [], rows: [] }))].map((form) => (
          <EnginePart
            key={form.part}
            form={form}
            config={engines[form.part]}
            change={(config) => change(form.part, config)}
            error={sending.wrong(form.part)}
          />
        ))}
        {sending.problem}
        {holds("configure") && (
          <div class="row">
            <button type="submit" class="primary" disabled={sending.busy}>
              {t("common.save")}
            </button>
            {policy && (
              <button type="button" class="danger" onClick={() => setRemoving(true)}>
                {t("common.delete")}
              </button>
            )}
          </div>
        )}
      </form>
      <TryText config={{ ...engines, key: name }} />
      {removing && (
        <Confirm
          title={t("registry.remove", { what: name })}
          button={t("common.delete")}
          danger
          close={() => setRemoving(false)}
          act={async () => {
            const query = team ? { team } : {};
            await api.delete("/api/v2/moderation/config/{key}", { path: { key: name }, query });
            go("/policies");
          }}
        />
      )}
    </div>
  );
}

interface PartProps {
  form: EngineForm;
  config: Values | undefined;
  change: (config: Values | undefined) => void;
  error: string | undefined;
}

function EnginePart({ form, config, change, error }: PartProps) {
  const title = engineTitle(form.part);
  const isOn = config !== undefined && config["enabled"] !== false;
  return (
    <section class="card stack">
      <Checkbox
        label={title}
        checked={isOn}
        change={(on) => change(on ? { rules: [], ...config, enabled: true } : config && { ...config, enabled: false })}
      />
      {error && <p class="wrong">{error}</p>}
      {config && isOn && (
        <>
          <div class="pair">
            <Fields shape={form.fields} value={config} change={(changes) => change({ ...config, ...changes })} />
          </div>
          {form.rows.length > 0 && <Rows form={form} config={config} change={change} title={title} />}
          <AsText config={config} change={change} />
        </>
      )}
    </section>
  );
}

interface RowsProps {
  form: EngineForm;
  config: Values;
  change: (config: Values) => void;
  title: string;
}

function Rows({ form, config, change, title }: RowsProps) {
  const rows = (Array.isArray(config["rules"]) ? config["rules"] : []) as Values[];
  const put = (next: Values[]) => change({ ...config, rules: next });
  return (
    <Group title={t("policies.labels")}>
      {rows.map((row, index) => (
        <div key={index} class="engine-rule">
          <Fields
            shape={form.rows}
            value={row}
            change={(changes) => put(rows.map((each, at) => (at === index ? { ...each, ...changes } : each)))}
          />
          <button type="button" class="danger" onClick={() => put(rows.filter((_each, at) => at !== index))}>
            {t("rules.removeCondition")}
            <span class="unseen">
              {" "}
              {title} {index + 1}
            </span>
          </button>
        </div>
      ))}
      <button
        type="button"
        class="add"
        onClick={() => put([...rows, Object.fromEntries(form.rows.map((shape) => [shape.name, started(shape.name)]))])}
      >
        + {t("registry.add")} <span class="unseen">{title}</span>
      </button>
    </Group>
  );
}

function started(name: string): unknown {
  return { action: "flag", threshold: 0.8, min_confidence: 80 }[name] ?? undefined;
}

/** All that an engine has, as the API takes it: also what has no field of its own. */
function AsText({ config, change }: { config: Values; change: (config: Values) => void }) {
  const [text, setText] = useState<string | undefined>(undefined);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  return (
    <details onToggle={() => setText(undefined)}>
      <summary>{t("policies.json")}</summary>
      <TextArea
        label="JSON"
        rows={8}
        value={text ?? JSON.stringify(config, null, 2)}
        error={wrong}
        change={(next) => {
          setText(next);
          try {
            change(JSON.parse(next) as Values);
            setWrong(undefined);
          } catch {
            setWrong(t("files.notJson"));
          }
        }}
      />
    </details>
  );
}

function TryText({ config }: { config: Values }) {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Tried | undefined>(undefined);
  const sending = useSending();
  return (
    <section class="card stack try">
      <h2>{t("policies.try")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void sending.send(async () => setAnswer(await api.post("/api/v1/try", { body: { text, config } })));
        }}
      >
        <TextArea label={t("content.texts")} value={text} change={setText} />
        {sending.problem}
        <button type="submit" disabled={sending.busy || !text}>
          {t("rules.try")}
        </button>
      </form>
      {answer && <Judged answer={answer} />}
    </section>
  );
}
