import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Badge } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Form, type Sending, TextField, useSending } from "../../components/form";
import { Parts } from "../../components/parts";
import { Shown, useResource } from "../../components/resource";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { clock } from "../../components/times";
import { say, sayFailure } from "../../components/toasts";
import { useKeys } from "../../keys/manager";
import { address, go } from "../../router";
import { holds, seesAll } from "../../session";
import { t } from "../../words";
import type { PageProps } from "../routes";
import { Backtests } from "./backtest";
import { Editor, Warnings } from "./editor";
import { Health } from "./health";
import { Reach } from "./reach";
import { find, type Found, idOf, names, NEW, type RuleProps, sent, type Warning, written, type Written } from "./rule";
import { ShadowPart } from "./shadow";
import { Trying } from "./trying";
import { Undo } from "./undo";
import { Versions } from "./versions";

const FIELDS = ["name", "scope", "when", "actions", "strike", "exempt", "cooldown", "group", "cap_per_hour"];
const NOTHING: Found = { rule: undefined, draft: undefined, shadow: undefined };

export function RulePage({ values }: PageProps) {
  const id = values["id"] === "+new" ? "" : (values["id"] ?? "");
  const found = useResource<Found>(() => (id ? find(id) : Promise.resolve(NOTHING)), [id]);
  return (
    <Shown of={found}>
      {(all) => (
        <OneRule
          key={`${id} ${all.rule?.version} ${all.draft?.revision} ${all.shadow?.since}`}
          id={id}
          found={all}
          reload={found.reload}
        />
      )}
    </Shown>
  );
}

function OneRule({ id, found, reload }: { id: string; found: Found; reload: () => void }) {
  const { rule: kept, draft, shadow } = found;
  const base = draft?.rule ?? kept ?? shadow?.rule;
  const [rule, setRule] = useState<Written>(base ? written(base) : NEW);
  const known = useResource(names, []);
  const saving = useSending(FIELDS);
  useKeys({ refresh: reload });
  const own = id || idOf(rule.name);
  const shared: RuleProps = { id: own, rule, found, reload };
  return (
    <>
      <div class="page-head">
        <h1>
          <Line text={rule.name || t("rules.new")} />
        </h1>
        <span class="row">
          {kept && <Badge>{t("rules.version", { version: kept.version })}</Badge>}
          {kept && !kept.enabled && <Badge>{t("rules.off")}</Badge>}
          {draft && <Badge tone="info">{t("rules.draft")}</Badge>}
          {shadow?.live && <Badge tone="warn">{t("rules.inShadow")}</Badge>}
        </span>
        <a class="button" href={address("/rules")}>
          {t("rules.back")}
        </a>
        {kept && holds("configure") && <Switches kept={kept} reload={reload} />}
      </div>
      {kept?.origin === "stream" && <p class="notice">{t("rules.builder")}</p>}
      <Parts
        label={t("nav.rules")}
        of={[
          {
            id: "edit",
            title: t("rules.edit"),
            view: () => (
              <Shown of={known}>
                {(allKnown) => (
                  <>
                    <Editor rule={rule} change={setRule} known={allKnown} wrong={(field) => saving.wrong(field)} />
                    <Saving {...shared} saving={saving} />
                  </>
                )}
              </Shown>
            ),
          },
          { id: "try", title: t("rules.try"), view: () => <Trying {...shared} /> },
          ...(seesAll()
            ? [
                { id: "shadow", title: t("rules.shadow"), view: () => <ShadowPart {...shared} /> },
                { id: "backtest", title: t("rules.backtest"), view: () => <Backtests {...shared} /> },
              ]
            : []),
          ...(kept
            ? [
                {
                  id: "versions",
                  title: t("rules.versions"),
                  view: () => <Versions id={id} present={kept.version} take={setRule} reload={reload} />,
                },
                {
                  id: "reach",
                  title: t("reach.title"),
                  view: () => <Reach id={id} ofUsers={kept.scope === "user"} />,
                },
                { id: "health", title: t("rules.health"), view: () => <Health id={id} /> },
                ...(seesAll() ? [{ id: "undo", title: t("rules.undo"), view: () => <Undo id={id} /> }] : []),
              ]
            : []),
        ]}
      />
    </>
  );
}

function Saving({ id, rule, found, reload, saving }: RuleProps & { saving: Sending }) {
  const [reason, setReason] = useState("");
  const [warnings, setWarnings] = useState<Warning[]>([]);
  const { rule: kept, draft } = found;
  if (!holds("configure") || kept?.origin === "stream") return null;
  const why = reason ? { reason } : {};
  const at = { path: { id } };
  const done = (what: string) => {
    say(what);
    if (kept || draft) reload();
    else go(`/rules/${encodeURIComponent(id)}`, { replace: true });
  };
  const save = () =>
    saving.send(async () => {
      const body = { ...sent(rule), ...why, expected_version: kept?.version ?? 0 };
      const answer = await api.put("/api/v1/rules/{id}", { ...at, body });
      setWarnings(answer.warnings ?? []);
      if (draft) await api.delete("/api/v1/rules/{id}/draft", at);
      const when = clock(new Date(answer.active_everywhere_at));
      if ((answer.warnings ?? []).length === 0) done(t("rules.saved", { version: answer.rule.version, when }));
      else say(t("rules.saved", { version: answer.rule.version, when }));
    });
  const keepDraft = () =>
    saving.send(async () => {
      await api.put("/api/v1/rules/{id}/draft", { ...at, body: { ...sent(rule), ...why } });
      done(t("rules.drafted"));
    });
  return (
    <Form class="card" send={save}>
      {draft && <Drafted {...{ id, found, reload, reason }} />}
      <TextField label={t("rules.why")} value={reason} change={setReason} maxLength={500} />
      {saving.problem}
      <Warnings of={warnings} />
      {warnings.length > 0 && (
        <button onClick={() => done(t("common.saved"))}>
          {t("rules.seen")}
        </button>
      )}
      <div class="row">
        <button type="submit" class="primary" disabled={saving.busy || !rule.name.trim()}>
          {t("common.save")}
        </button>
        <button disabled={saving.busy || !rule.name.trim()} onClick={() => void keepDraft()}>
          {t("rules.saveDraft")}
        </button>
      </div>
      <p class="hint">{t("rules.secondPerson")}</p>
    </Form>
  );
}

function Drafted({ id, found, reload, reason }: Omit<RuleProps, "rule"> & { reason: string }) {
  const sending = useSending();
  const draft = found.draft;
  if (!draft) return null;
  const at = { path: { id } };
  const publish = async () => {
    const body = { ...(reason ? { reason } : {}), expected_revision: draft.revision };
    if (await sending.send(() => api.post("/api/v1/rules/{id}/draft/publish", { ...at, body }))) {
      say(t("common.saved"));
      reload();
    }
  };
  const drop = () => api.delete("/api/v1/rules/{id}/draft", at).then(reload, sayFailure);
  return (
    <div class="stack">
      <p>
        {t("rules.draftBy", { who: draft.by })} <Time at={draft.updated_at} /> {draft.reason}
      </p>
      <ul class="changes">
        {draft.changes.map((change) => (
          <li key={change} lang="en">{change}</li>
        ))}
      </ul>
      {draft.irreversible.length > 0 && (
        <p class="notice">{t("rules.irreversible", { what: draft.irreversible.join(", ") })}</p>
      )}
      {sending.problem}
      <div class="row">
        <button disabled={sending.busy} onClick={() => void publish()}>
          {t("rules.publish")}
        </button>
        <button class="danger" onClick={() => void drop()}>
          {t("rules.dropDraft")}
        </button>
      </div>
    </div>
  );
}

function Switches({ kept, reload }: { kept: NonNullable<Found["rule"]>; reload: () => void }) {
  const [asking, setAsking] = useState<"pause" | "delete">();
  const at = { path: { id: kept.id } };
  return (
    <>
      {kept.paused ? (
        <button
          onClick={() => void api.post("/api/v1/rules/{id}/resume", { ...at, body: {} }).then(reload, sayFailure)}
        >
          {t("rules.resume")}
        </button>
      ) : (
        <button onClick={() => setAsking("pause")}>
          {t("rules.pause")}
        </button>
      )}
      <button class="danger" onClick={() => setAsking("delete")}>
        {t("common.delete")}
      </button>
      {asking && (
        <Confirm
          title={`${t(asking === "pause" ? "rules.pause" : "common.delete")}: ${kept.name}`}
          button={t(asking === "pause" ? "rules.pause" : "common.delete")}
          danger
          {...(asking === "pause" ? { asksWhy: "optional" as const } : {})}
          close={() => setAsking(undefined)}
          act={async (reason) => {
            if (asking === "pause") {
              await api.post("/api/v1/rules/{id}/pause", { ...at, body: reason ? { reason } : {} });
              reload();
            } else {
              await api.delete("/api/v1/rules/{id}", at);
              go("/rules");
            }
          }}
        />
      )}
    </>
  );
}
