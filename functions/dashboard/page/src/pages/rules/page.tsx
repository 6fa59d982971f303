import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Badge } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Switch } from "../../components/form";
import { Head } from "../../components/head";
import { Parts } from "../../components/parts";
import { type Resource, Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { useKeys } from "../../keys/manager";
import { address } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";
import { AllHealth } from "./all_health";
import { actionTitle } from "../../decisions/kinds";
import { type Kept, SCOPES, type Scope } from "./rule";
import { Files } from "./files";
import { Groups } from "./groups";
import { changeRuleSettings, RuleSettings } from "./settings";

interface All {
  rules: Kept[];
  paused: { by: string; reason: string; ends_at?: string } | null;
  drafts: { rule_id: string; name: string }[];
  /** Of each scope, whether only the first rule that holds counts. */
  first: Record<string, boolean>;
}

async function load(): Promise<All> {
  const rules: Kept[] = [];
  const all = { paused: null as All["paused"] };
  for (let cursor: string | null | undefined; ; ) {
    const page = await api.get("/api/v1/rules", { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    rules.push(...page.rules);
    all.paused = page.paused;
    cursor = page.next;
    if (!cursor) break;
  }
  const [{ drafts }, settings] = await Promise.all([
    api.get("/api/v1/rule_drafts", { query: { limit: 100 } }),
    api.get("/api/v1/rule_settings"),
  ]);
  return { rules, ...all, drafts, first: settings.rule_settings.first_match_only };
}

export function RulesPage() {
  const all = useResource(load, []);
  const [pausing, setPausing] = useState(false);
  return (
    <>
      <Head title={t("nav.rules")}>
        {holds("configure") && (
          <>
            <a class="button" href={address("/rules/+new")}>
              {t("rules.new")}
            </a>
            <button class="danger" onClick={() => setPausing(true)} disabled={!all.data || !!all.data.paused}>
              {t("rules.pauseAll")}
            </button>
          </>
        )}
      </Head>
      <Parts
        label={t("nav.rules")}
        of={[
          { id: "order", title: t("rules.order"), view: () => <Ordered all={all} /> },
          { id: "groups", title: t("groups.title"), view: () => <Groups /> },
          { id: "settings", title: t("rules.settings"), view: () => <RuleSettings /> },
          { id: "health", title: t("rules.health"), view: () => <AllHealth /> },
        ]}
      />
      {pausing && (
        <Confirm
          title={t("rules.pauseAll")}
          button={t("rules.pause")}
          danger
          asksWhy="optional"
          close={() => setPausing(false)}
          act={async (reason) => {
            await api.post("/api/v1/rules/pause", { body: reason ? { reason } : {} });
            all.reload();
          }}
        >
          <p>{t("rules.pauseAllWhat")}</p>
        </Confirm>
      )}
    </>
  );
}

function Ordered({ all }: { all: Resource<All> }) {
  const walk = (by: number) => {
    const links = [...document.querySelectorAll<HTMLElement>(".rule-row a")];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useKeys({ refresh: all.reload, next: () => walk(1), previous: () => walk(-1) });
  return (
    <>
      <p class="hint">{t("rules.keys")}</p>
      <Shown of={all}>{(found) => <Lists all={found} reload={all.reload} />}</Shown>
      {holds("configure") && <Files imported={all.reload} />}
    </>
  );
}

function Lists({ all, reload }: { all: All; reload: () => void }) {
  const kept = new Set(all.rules.map((rule) => rule.id));
  const drafts = all.drafts.filter((draft) => !kept.has(draft.rule_id));
  return (
    <div class="stack">
      {all.paused && (
        <div class="notice row spread" role="status">
          <span>
            {t("rules.allPaused", { who: all.paused.by })} {all.paused.reason}
          </span>
          {holds("configure") && (
            <button
              onClick={() => void api.post("/api/v1/rules/resume", { body: {} }).then(reload, sayFailure)}
            >
              {t("rules.resume")}
            </button>
          )}
        </div>
      )}
      {all.rules.length === 0 && drafts.length === 0 && <Empty>{t("rules.none")}</Empty>}
      {SCOPES.map((scope) => (
        <ScopeList
          key={scope}
          scope={scope}
          rules={all.rules.filter((rule) => rule.scope === scope).sort(byPosition)}
          first={all.first[scope] ?? false}
          reload={reload}
        />
      ))}
      {drafts.length > 0 && (
        <section class="card stack">
          <h2>{t("rules.drafts")}</h2>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.rule_id}>
                <a href={address(`/rules/${encodeURIComponent(draft.rule_id)}`)}>{draft.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function byPosition(one: Kept, other: Kept): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1);
}

interface ScopeProps {
  scope: Scope;
  rules: Kept[];
  first: boolean;
  reload: () => void;
}

function ScopeList({ scope, rules, first, reload }: ScopeProps) {
  const [dragged, setDragged] = useState("");
  const [over, setOver] = useState("");
  if (rules.length === 0) return null;
  const move = (id: string, body: { direction?: "up" | "down"; before?: string; after?: string }) =>
    api
      .post("/api/v1/rules/{id}/move", { path: { id }, body })
      .then(() => {
        say(t("rules.moved"));
        reload();
      })
      .catch(sayFailure);
  const dropped = (target: string) => {
    const [from, to] = [dragged, target].map((id) => rules.findIndex((rule) => rule.id === id));
    setDragged("");
    setOver("");
    if (from === undefined || to === undefined || from < 0 || from === to) return;
    void move(dragged, from < to ? { after: target } : { before: target });
  };
  return (
    <section class="card stack">
      <div class="row spread">
        <h2>
          {t("rules.scope")} {t(`scope.${scope}`)}
        </h2>
        {holds("configure") && (
          <Switch
            label={t("rules.firstOnly")}
            on={first}
            send={(on) => changeRuleSettings({ first_match_only: { [scope]: on } }).then(reload)}
          />
        )}
      </div>
      <ol class="rule-list">
        {rules.map((rule, index) => (
          <li
            key={rule.id}
            class="rule-row"
            draggable={holds("configure")}
            data-over={over === rule.id && dragged !== rule.id}
            onDragStart={() => setDragged(rule.id)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(rule.id);
            }}
            onDragEnd={() => setOver("")}
            onDrop={() => dropped(rule.id)}
            onKeyDown={(event) => {
              if (!event.altKey || !holds("configure")) return;
              const direction = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : undefined;
              if (!direction) return;
              event.preventDefault();
              void move(rule.id, { direction });
            }}
          >
            <span class="handle" aria-hidden="true">
              {index + 1}
            </span>
            <span class="row">
              <a class="line" href={address(`/rules/${encodeURIComponent(rule.id)}`)}>
                <Line text={rule.name} />
              </a>
              {!rule.enabled && <Badge>{t("rules.off")}</Badge>}
              {rule.paused && <Badge tone="warn">{t("rules.paused")}</Badge>}
              {rule.group && <Badge tone="info">{rule.group}</Badge>}
              {rule.actions.map((each, place) => (
                <Badge key={place}>{actionTitle(typeof each === "string" ? each : each.action)}</Badge>
              ))}
              <span class="faint">
                {t("rules.version", { version: rule.version })} · <Time at={rule.updated_at} />
              </span>
            </span>
            {holds("configure") && (
              <span class="row moves">
                <button disabled={index === 0} onClick={() => void move(rule.id, { direction: "up" })}>
                  <span aria-hidden="true">↑</span>
                  <span class="unseen">{t("rules.up", { name: rule.name })}</span>
                </button>
                <button
                  disabled={index === rules.length - 1}
                  onClick={() => void move(rule.id, { direction: "down" })}
                >
                  <span aria-hidden="true">↓</span>
                  <span class="unseen">{t("rules.down", { name: rule.name })}</span>
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
