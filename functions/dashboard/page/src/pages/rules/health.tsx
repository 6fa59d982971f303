import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Bars } from "../../charts/bars";
import { Badge } from "../../components/badge";
import { Select } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { Table } from "../../components/table";
import { Time } from "../../components/time";
import { shortDay } from "../../components/times";
import { nameOf } from "../../names";
import { address } from "../../router";
import { number, percent, t } from "../../words";
import { Interval } from "./interval";

type RuleHealth = AnswerOf<"/api/v1/rules/{id}/health", "get">["health"];

const VERDICTS = ["never_fires", "always_fires", "never_reached"] as const;

/** How the rule has done: how often it held, whether people agreed, and whether it is of any use. */
export function Health({ id }: { id: string }) {
  const [days, setDays] = useState("30");
  const found = useResource(
    () => api.get("/api/v1/rules/{id}/health", { path: { id }, query: { days: Number(days) } }),
    [id, days],
  );
  return (
    <>
      <Days value={days} change={setDays} />
      <Shown of={found}>{({ health }) => <Told health={health} />}</Shown>
    </>
  );
}

export function Days({ value, change }: { value: string; change: (days: string) => void }) {
  const options = ["7", "30", "90"].map((days) => ({ value: days, label: days }));
  return <Select label={t("health.days")} value={value} change={change} options={options} />;
}

function Told({ health }: { health: RuleHealth }) {
  const odd = health.days.filter((day) => day.outside !== null);
  const verdicts = VERDICTS.filter((name) => health[name].certain || health[name].seen);
  return (
    <section class="card stack">
      <dl class="tiles">
        {(["evaluated", "passed_over", "hits", "acted", "paused"] as const).map((name) => (
          <div key={name} class="card tile">
            <dt>{t(`found.${name}`)}</dt>
            <dd>{number(health.totals[name])}</dd>
          </div>
        ))}
        <div class="card tile">
          <dt>{t("health.last")}</dt>
          <dd>
            <Time at={health.last_hit_at} />
          </dd>
        </div>
        <div class="card tile">
          <dt>{t("health.time")}</dt>
          <dd>{health.time.share === null ? "–" : percent(health.time.share)}</dd>
        </div>
      </dl>
      <div class="row">
        {verdicts.map((name) => (
          <Badge key={name} tone="warn">
            {t(`found.${name}`)} {t(health[name].certain ? "health.certain" : "health.seen")}
          </Badge>
        ))}
      </div>
      {health.shadowed_by.map((each) => (
        <p key={each.rule_id} class="hint">
          {t("health.shadowed", { n: each.passed_over })}{" "}
          <a href={address(`/rules/${encodeURIComponent(each.rule_id)}`)}>{nameOf("rules", each.rule_id)}</a>
        </p>
      ))}
      {health.contradicts.map((each) => (
        <p key={each.rule_id} class="notice" lang="en">
          {each.text}
        </p>
      ))}
      <Bars
        title={t("health.byDay")}
        labels={health.days.map((day) => shortDay(day.day))}
        series={[{ name: t("found.hits"), values: health.days.map((day) => day.hits) }]}
        band={{
          name: t("health.expected"),
          low: health.days.map((day) => day.low),
          high: health.days.map((day) => day.high),
        }}
      />
      {odd.length > 0 && (
        <p class="notice">
          {odd.map((day) => `${shortDay(day.day)}: ${t(day.outside === "above" ? "found.above" : "found.below")}`).join("; ")}
        </p>
      )}
      <Interval
        title={t("shadow.people")}
        right={health.agreement.upheld}
        wrong={health.agreement.overturned}
        of={health.agreement}
      />
      {health.errors.count > 0 && (
        <p class="wrong">
          {t("health.errors", { n: health.errors.count })} {health.errors.last?.error}
        </p>
      )}
      <Table
        caption={t("rules.versions")}
        id={(row) => String(row.rule_version)}
        rows={health.versions}
        columns={[
          { title: t("rules.versions"), cell: (row) => row.rule_version },
          { title: t("found.evaluated"), numeric: true, cell: (row) => number(row.evaluated) },
          { title: t("found.hits"), numeric: true, cell: (row) => number(row.hits) },
          { title: t("found.acted"), numeric: true, cell: (row) => number(row.acted) },
          {
            title: t("health.agreed"),
            numeric: true,
            cell: (row) => (row.agreement.precision === null ? "–" : percent(row.agreement.precision)),
          },
        ]}
      />
    </section>
  );
}
