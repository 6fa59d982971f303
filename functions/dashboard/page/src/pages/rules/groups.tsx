import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Fields } from "../../components/fields";
import { Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Table } from "../../components/table";
import { Time } from "../../components/time";
import { useKeys } from "../../keys/manager";
import { nameOf } from "../../names";
import { address } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";

type RuleGroup = AnswerOf<"/api/v1/rule_groups/{name}", "get">["rule_group"];

const HOUR = 3_600_000;

/** Groups of rules, which are in effect only while their group is on. */
export function Groups() {
  const found = useResource(() => api.get("/api/v1/rule_groups"), []);
  const [asking, setAsking] = useState<{ group: RuleGroup; on: boolean }>();
  useKeys({ refresh: found.reload });
  return (
    <>
      <p class="hint">{t("groups.what")}</p>
      <Shown of={found}>
        {({ rule_groups: groups }) =>
          groups.length === 0 ? (
            <Empty>{t("groups.none")}</Empty>
          ) : (
            <Table<RuleGroup>
              caption={t("groups.title")}
              id={(row) => row.id}
              rows={groups}
              columns={[
                { title: t("f.group"), cell: (row) => <b dir="auto">{row.id}</b> },
                { title: t("deliveries.state"), width: "wide", cell: (row) => <State group={row} /> },
                { title: t("nav.rules"), width: "wide", cell: (row) => <Ruled ids={row.rules} /> },
                ...(holds("configure")
                  ? [
                      {
                        title: t("registry.do"),
                        cell: (row: RuleGroup) => (
                          <span class="row">
                            <button onClick={() => setAsking({ group: row, on: true })}>
                              {t(row.on ? "groups.until" : "groups.on")}
                              <span class="unseen"> {row.id}</span>
                            </button>
                            {row.on && (
                              <button onClick={() => setAsking({ group: row, on: false })}>
                                {t("groups.off")}
                                <span class="unseen"> {row.id}</span>
                              </button>
                            )}
                          </span>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Shown>
      {asking && <Switch {...asking} close={() => setAsking(undefined)} done={found.reload} />}
    </>
  );
}

function State({ group }: { group: RuleGroup }) {
  return (
    <>
      <Badge tone={group.on ? "warn" : "plain"}>{t(group.on ? "groups.isOn" : "rules.off")}</Badge>{" "}
      {group.until && (
        <span class="faint">
          {t("shadow.until")} <Time at={group.until} /> {group.by && t("history.by", { who: group.by })} {group.reason}
        </span>
      )}
    </>
  );
}

function Ruled({ ids }: { ids: string[] }) {
  return (
    <span class="row">
      {ids.map((id) => (
        <a key={id} href={address(`/rules/${encodeURIComponent(id)}`)}>
          {nameOf("rules", id)}
        </a>
      ))}
    </span>
  );
}

interface SwitchProps {
  group: RuleGroup;
  on: boolean;
  close: () => void;
  done: () => void;
}

function Switch({ group, on, close, done }: SwitchProps) {
  const [until, setUntil] = useState(() => new Date(Date.now() + HOUR).toISOString());
  const title = t(on ? "groups.on" : "groups.off");
  return (
    <Confirm
      title={`${title}: ${group.id}`}
      button={title}
      asksWhy="optional"
      close={close}
      act={async (reason) => {
        const path = { name: group.id };
        const why = reason ? { reason } : {};
        if (on) await api.post("/api/v1/rule_groups/{name}/on", { path, body: { until, ...why } });
        else await api.post("/api/v1/rule_groups/{name}/off", { path, body: why });
        done();
      }}
    >
      {on && (
        <Fields
          shape={[{ name: "until", kind: "time" }]}
          value={{ until }}
          change={(changes) => setUntil(String(changes["until"] ?? ""))}
        />
      )}
    </Confirm>
  );
}
