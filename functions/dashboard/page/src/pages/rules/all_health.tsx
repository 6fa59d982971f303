import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Table } from "../../components/table";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { useKeys } from "../../keys/manager";
import { nameOf } from "../../names";
import { address } from "../../router";
import { number, percent, t } from "../../words";
import { Days } from "./health";

type Listed = AnswerOf<"/api/v1/rule_health", "get">["rules"][number];

const VERDICTS = ["never_fires", "always_fires", "never_reached"] as const;

/** How all rules have done, those that held most often first. */
export function AllHealth() {
  const [days, setDays] = useState("30");
  const found = useResource(() => api.get("/api/v1/rule_health", { query: { days: Number(days) } }), [days]);
  useKeys({ refresh: found.reload });
  return (
    <>
      <Days value={days} change={setDays} />
      <Shown of={found}>
        {({ rules, exact }) => (
          <>
            {!exact && <p class="hint">{t("health.sampled")}</p>}
            {rules.length === 0 ? (
              <Empty>{t("rules.none")}</Empty>
            ) : (
              <Told rules={[...rules].sort((one, other) => other.hits - one.hits)} />
            )}
          </>
        )}
      </Shown>
    </>
  );
}

function Told({ rules }: { rules: Listed[] }) {
  return (
    <Table
      caption={t("rules.health")}
      id={(row) => row.rule_id}
      rows={rules}
      columns={[
        { title: t("rules.edit"), width: "wide", cell: (row) => <Named rule={row} /> },
        { title: t("found.evaluated"), numeric: true, cell: (row) => number(row.evaluated) },
        { title: t("found.hits"), numeric: true, cell: (row) => number(row.hits) },
        { title: t("found.acted"), numeric: true, cell: (row) => number(row.acted) },
        { title: t("health.agreed"), numeric: true, cell: (row) => share(row.agreement.precision) },
        { title: t("health.time"), numeric: true, cell: (row) => share(row.time_share) },
        { title: t("health.last"), cell: (row) => <Time at={row.last_hit_at} /> },
      ]}
    />
  );
}

function share(of: number | null): string {
  return of === null ? "–" : percent(of);
}

function Named({ rule }: { rule: Listed }) {
  const { outside } = rule.today;
  return (
    <span class="row">
      <a class="line" href={address(`/rules/${encodeURIComponent(rule.rule_id)}?part=health`)}>
        <Line text={rule.name} />
      </a>
      {!rule.enabled && <Badge>{t("rules.off")}</Badge>}
      {rule.errors > 0 && <Badge tone="bad">{t("health.errors", { n: rule.errors })}</Badge>}
      {outside && <Badge tone="warn">{t("health.today", { what: t(`found.${outside}`) })}</Badge>}
      {VERDICTS.filter((name) => rule[name]).map((name) => (
        <Badge key={name} tone="warn">
          {t(`found.${name}`)}
        </Badge>
      ))}
      {rule.shadowed_by !== null && (
        <span class="faint">{t("health.behind", { n: rule.passed_over, what: nameOf("rules", rule.shadowed_by) })}</span>
      )}
    </span>
  );
}
