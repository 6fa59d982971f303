import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf, Failure } from "../../api/client";
import { Confirm } from "../../components/confirm";
import type { Values } from "../../components/fields";
import { Form, TextArea, useSending } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { say } from "../../components/toasts";
import { address, go, parameter } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";
import type { PageProps } from "../routes";
import { EnginePart } from "./engine_part";
import { engineForms, type Proposed } from "./engines";
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
      pictures: [...new Set(policy?.ai_image_label_definitions?.map((each) => each.key))],
      providers: providers.providers.map((each) => each.id),
    },
  };
}

export function PolicyPage({ values }: PageProps) {
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
      <Form send={save}>
        {Object.entries(policy?.not_in_effect_because ?? {}).map(([field, why]) => (
          <p key={field} class="notice">
            {field}: {why}
          </p>
        ))}
        {[...forms, ...rest.map((part) => ({ part, fields: [] }))].map((form) => (
          <EnginePart
            key={form.part}
            form={form}
            config={engines[form.part]}
            change={(config) => change(form.part, config)}
            sending={sending}
          />
        ))}
        {sending.problem}
        {holds("configure") && (
          <div class="row">
            <button type="submit" class="primary" disabled={sending.busy}>
              {t("common.save")}
            </button>
            {policy && (
              <button class="danger" onClick={() => setRemoving(true)}>
                {t("common.delete")}
              </button>
            )}
          </div>
        )}
      </Form>
      <TryText config={engines} />
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

function TryText({ config }: { config: Values }) {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Tried>();
  const sending = useSending();
  return (
    <section class="card stack try">
      <h2>{t("policies.try")}</h2>
      <Form send={() => sending.send(async () => setAnswer(await api.post("/api/v1/try", { body: { text, config } })))}>
        <TextArea label={t("content.texts")} value={text} change={setText} />
        {sending.problem}
        <button type="submit" disabled={sending.busy || !text}>
          {t("rules.try")}
        </button>
      </Form>
      {answer && <Judged answer={answer} />}
    </section>
  );
}
