import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Dialog } from "../../components/dialog";
import { Fields, type Shape, type Values } from "../../components/fields";
import { Checkbox, Form, useSending } from "../../components/form";
import { listed } from "../../components/pages";
import { Registry } from "../../components/registry";
import { sayFailure } from "../../components/toasts";
import { actionName } from "../../decisions/kinds";
import { address } from "../../router";
import { holds } from "../../session";
import { number, said, t } from "../../words";

type Action = AnswerOf<"/api/v1/actions/{id}", "get">["action"];
type Body = NonNullable<BodyOf<"/api/v1/actions/{id}", "put">>;
type Tested = AnswerOf<"/api/v1/actions/{id}/test", "post">;

const DOES = [
  "block", "shadow_block", "unblock", "delete_message", "delete_activity", "delete_comment", "delete_reaction",
  "restore", "unmask", "ban", "unban", "delete_user", "delete_user_messages", "kick_user", "end_call",
];

const SHAPE: readonly Shape[] = [
  { name: "name" },
  { name: "kind", kind: "choice", options: ["post", "user"] },
  { name: "url" },
  { name: "method", kind: "choice", options: ["POST", "GET"] },
  { name: "auth_header", optional: true },
  { name: "auth_value", kind: "secret", optional: true },
  { name: "carries_out", kind: "names", options: DOES },
  { name: "reverses", kind: "names", of: "actions" },
  { name: "irreversible", kind: "flag" },
  { name: "independent", kind: "flag" },
  { name: "parameters", kind: "pairs" },
  { name: "extra_query", kind: "pairs" },
  { name: "takes", kind: "pairs" },
  { name: "state_url", optional: true },
];

export function ActionsPage() {
  return (
    <Registry<Action>
      title={t("nav.actions")}
      page
      hint={t("actions.what")}
      named
      id={(row) => row.id}
      load={listed("/api/v1/actions", "actions", { limit: 100 })}
      columns={[
        {
          title: t("common.name"),
          cell: (row) => (
            <>
              <b dir="auto">{row.name}</b> <code class="faint">{row.id}</code>
            </>
          ),
        },
        {
          title: t("f.url"),
          cell: (row) => (
            <>
              <code>
                {row.method} {row.url}
              </code>
              {row.has_auth_value && <p class="hint">{t("actions.secret", { header: row.auth_header ?? "" })}</p>}
            </>
          ),
        },
        {
          title: t("f.kind"),
          cell: (row) => (
            <span class="row">
              <Badge>{said("o", row.kind)}</Badge>
              {row.carries_out.map((each) => (
                <Badge key={each}>{actionName(each)}</Badge>
              ))}
              {row.irreversible && <Badge tone="bad">{t("f.irreversible")}</Badge>}
              {row.paused && <Badge tone="warn">{t("rules.paused")}</Badge>}
            </span>
          ),
        },
      ]}
      shape={SHAPE}
      start={{ kind: "post", method: "POST", carries_out: [], reverses: [] }}
      at="/api/v1/actions/{id}"
      body={bodyOf}
      needs="configure"
      more={(row, reload) => <More action={row} reload={reload} />}
    />
  );
}

/** What is kept of the form: a secret that was not typed again stays as it is. */
function bodyOf(values: Values): Body {
  const { name, kind, url, method, auth_header, auth_value, parameters, extra_query, reverses, carries_out } = values;
  const { state_url, independent, irreversible, takes } = values;
  return {
    name: name ?? "",
    kind,
    url: url ?? "",
    method,
    auth_header: auth_header ?? null,
    ...(auth_value ? { auth_value } : {}),
    parameters: parameters ?? {},
    extra_query: extra_query ?? {},
    reverses,
    carries_out,
    state_url: state_url ?? null,
    independent: independent === true,
    irreversible: irreversible === true,
    takes: takes ?? {},
  } as Body;
}

function More({ action, reload }: { action: Action; reload: () => void }) {
  const [open, setOpen] = useState<"test" | "pause" | "resume">();
  const [drop, setDrop] = useState(false);
  const at = { path: { id: action.id } };
  const close = () => setOpen(undefined);
  return (
    <>
      {holds("configure") && (
        <>
          <button onClick={() => setOpen("test")}>
            {t("actions.test")}
            <span class="unseen"> {action.name}</span>
          </button>
          <button onClick={() => setOpen(action.paused ? "resume" : "pause")}>
            {t(action.paused ? "rules.resume" : "rules.pause")}
            <span class="unseen"> {action.name}</span>
          </button>
        </>
      )}
      <a href={address(`/deliveries?action_id=${encodeURIComponent(action.id)}`)}>{t("nav.deliveries")}</a>
      {open === "test" && <Test action={action} close={close} />}
      {open === "pause" && (
        <Confirm
          title={`${t("rules.pause")}: ${action.name}`}
          button={t("rules.pause")}
          asksWhy="optional"
          close={close}
          act={async (reason) => {
            await api.post("/api/v1/actions/{id}/pause", { ...at, body: reason ? { reason } : {} });
            reload();
          }}
        >
          <p>{t("actions.pauseWhat")}</p>
        </Confirm>
      )}
      {open === "resume" && (
        <Confirm
          title={`${t("rules.resume")}: ${action.name}`}
          button={t("rules.resume")}
          close={close}
          act={async (_reason, id) => {
            await api.post("/api/v1/actions/{id}/resume", { ...at, body: { drop }, id });
            reload();
          }}
        >
          <Checkbox label={t("actions.drop")} checked={drop} change={setDrop} />
        </Confirm>
      )}
    </>
  );
}

const TEST: readonly Shape[] = [
  { name: "data", kind: "pairs" },
  { name: "values", kind: "pairs" },
];

function typed(values: Values, takes: Action["takes"]): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = takes[name];
      if (kind === "boolean") return [name, value === "true"];
      return [name, kind === "integer" || kind === "number" ? Number(value) : String(value)];
    }),
  );
}

/** One call now, and what the app's server answered. */
function Test({ action, close }: { action: Action; close: () => void }) {
  const [value, setValue] = useState<Values>({});
  const [answer, setAnswer] = useState<Tested>();
  const sending = useSending(["data", "values"]);
  const run = () =>
    sending.send(async () => {
      const data = value["data"] as Record<string, string> | undefined;
      const values = value["values"] as Values | undefined;
      const body = { ...(data ? { data } : {}), ...(values ? { values: typed(values, action.takes) } : {}) };
      setAnswer(await api.post("/api/v1/actions/{id}/test", { path: { id: action.id }, body }));
    });
  return (
    <Dialog title={`${t("actions.test")}: ${action.name}`} close={close}>
      <Form send={() => run().catch(sayFailure)}>
        <p>{t("actions.testWhat", { url: action.url })}</p>
        <Fields
          shape={Object.keys(action.takes).length > 0 ? TEST : TEST.slice(0, 1)}
          value={value}
          change={(changes) => setValue({ ...value, ...changes })}
          wrong={sending.wrong}
        />
        {sending.problem}
        <button type="submit" class="primary" disabled={sending.busy}>
          {t("actions.send")}
        </button>
      </Form>
      {answer && (
        <section class="stack answer" role="status">
          <p class="row">
            <Badge tone={answer.success ? "good" : "bad"}>{t(answer.success ? "actions.works" : "actions.fails")}</Badge>
            <b>{answer.status ?? answer.error}</b> {number(answer.milliseconds)} ms
          </p>
          {answer.detail && <p class="hint">{answer.detail}</p>}
          <pre dir="auto">{answer.answer || t("common.empty")}</pre>
        </section>
      )}
    </Dialog>
  );
}
