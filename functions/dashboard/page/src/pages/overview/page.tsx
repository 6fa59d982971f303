import type { ComponentChildren } from "preact";
import { api } from "../../api/client";
import type { LogEntry, Overview } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Bars, Ranking } from "../../charts/bars";
import { Head } from "../../components/head";
import { type Resource, Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Table } from "../../components/table";
import { Time } from "../../components/time";
import { duration, shortDay } from "../../components/times";
import { endpointName } from "../../item/deliveries";
import { titleOf } from "../../item/history";
import { useKeys } from "../../keys/manager";
import { address } from "../../router";
import { seesAll } from "../../session";
import { number, said, t } from "../../words";

const DAYS = 14;

export function OverviewPage() {
  const overview = useResource(() => api.get("/api/v1/overview", { query: { days: DAYS } }), []);
  const queue = useResource(
    () => api.post("/api/v2/moderation/review_queue", { body: { stats_only: true } }),
    [],
  );
  const unread = useResource(
    async () => (seesAll() ? api.get("/api/v1/log", { query: { unread: true, limit: 5 } }) : undefined),
    [],
  );
  const endpoints = useResource(() => api.get("/api/v1/endpoints", { query: { limit: 100 } }), []);
  const queues = useResource(() => api.get("/api/v2/moderation/queues"), []);
  useKeys({
    refresh: () => {
      for (const each of [overview, queue, unread, endpoints, queues]) each.reload();
    },
  });
  return (
    <>
      <Head title={t("nav.overview")} />
      <dl class="tiles">
        {(["texts", "media", "users"] as const).map((name) => (
          <Tile key={name} name={t(`tile.${name}`)} to={`/queue/${name}`}>
            {queue.data ? number(queue.data.stats[name] ?? 0) : "…"}
          </Tile>
        ))}
        <Tile name={t("overview.oldest")} to="/queue/all?sort=oldest">
          {overview.data ? <Time at={overview.data.oldest_at} /> : "…"}
        </Tile>
        <Tile name={t("overview.decided")} to="/queue/reviewed">
          {overview.data ? number(overview.data.days.at(-1)?.decided ?? 0) : "…"}
        </Tile>
        <Tile name={t("overview.median")} to="/queue/reviewed">
          {typeof overview.data?.median_seconds === "number" ? duration(overview.data.median_seconds) : "–"}
        </Tile>
        {seesAll() && (
          <Tile name={t("overview.unread")} to="/log?unread=true">
            {unread.data ? number(unread.data.unread) : "…"}
          </Tile>
        )}
      </dl>
      <div class="grid">
        <section class="card">
          <Shown of={overview}>
            {({ days }) => (
              <Bars
                title={t("overview.days")}
                labels={days.map((day) => shortDay(day.date))}
                series={[
                  { name: t("overview.arrived"), values: days.map((day) => day.arrived) },
                  { name: t("overview.decidedDays"), values: days.map((day) => day.decided) },
                  { name: t("overview.automatic"), values: days.map((day) => day.automatic) },
                ]}
              />
            )}
          </Shown>
        </section>
        <section class="card">
          <h2>{t("overview.byModerator")}</h2>
          <Shown of={overview}>{({ by_moderator }) => <Moderators rows={by_moderator} />}</Shown>
        </section>
        <section class="card">
          <Shown of={overview}>
            {({ by_policy }) => (
              <Ranking
                title={t("overview.byPolicy")}
                rows={by_policy.map((row) => ({ name: row.config_key || "–", value: row.arrived }))}
              />
            )}
          </Shown>
        </section>
        <section class="card">
          <h2>{t("overview.queues")}</h2>
          <Shown of={queues}>
            {({ queues: saved }) =>
              saved.length === 0 ? (
                <Empty>{t("overview.noQueues")}</Empty>
              ) : (
                <ul class="stack">
                  {saved.map((view) => (
                    <li key={view.id} class="row spread">
                      <a href={address(`/queue/${view.id}`)}>{view.name}</a>
                      <span>
                        {t("queue.waits", { n: view.item_count })} {view.oldest_at && <Time at={view.oldest_at} />}
                      </span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Shown>
        </section>
        <section class="card">
          <h2>{t("overview.endpoints")}</h2>
          <Shown of={endpoints}>
            {({ endpoints: all }) => {
              const ill = all.filter((each) => each.state !== "closed" || each.failures > 0);
              return ill.length === 0 ? (
                <Empty>{t("overview.endpointsFine")}</Empty>
              ) : (
                <ul class="stack">
                  {ill.map((each) => (
                    <li key={each.id} class="row spread">
                      <span class="line">{endpointName(each)}</span>
                      <span>
                        <Badge tone={toneOf(each.state)}>{said("o", each.state)}</Badge> {t("overview.inARow", { n: each.failures })}
                      </span>
                    </li>
                  ))}
                </ul>
              );
            }}
          </Shown>
        </section>
      </div>
      {seesAll() && <Failures of={unread} />}
    </>
  );
}

type Moderator = Overview["by_moderator"][number];

function Moderators({ rows }: { rows: Overview["by_moderator"] }) {
  if (rows.length === 0) return <Empty />;
  return (
    <Table
      caption={t("overview.byModerator")}
      rows={rows}
      id={(row) => row.name}
      columns={[
        { title: t("common.name"), cell: (row) => row.name },
        { title: t("figure.decided"), numeric: true, cell: (row) => number(row.decided) },
        { title: t("overview.removed"), numeric: true, cell: (row) => number(row.removed) },
        { title: t("overview.overturned"), numeric: true, cell: (row) => number(row.overturned) },
        ...(rows.some((row) => row.opened > 0)
          ? [
              { title: t("overview.opened"), numeric: true, cell: (row: Moderator) => number(row.opened) },
              { title: t("overview.severe"), numeric: true, cell: (row: Moderator) => number(row.severe) },
            ]
          : []),
      ]}
    />
  );
}

function Tile({ name, to, children }: { name: string; to: string; children: ComponentChildren }) {
  return (
    <div class="card tile">
      <dt>{name}</dt>
      <dd>
        <a href={address(to)}>{children}</a>
      </dd>
    </div>
  );
}

function Failures({ of }: { of: Resource<{ entries: LogEntry[] } | undefined> }) {
  return (
    <section class="stack overview-failures">
      <h2>{t("overview.failures")}</h2>
      <Shown of={of}>
        {(found) => (
          <Table
            caption={t("overview.failures")}
            rows={found?.entries ?? []}
            id={(entry) => entry.id}
            columns={[
              { title: t("common.time"), width: "narrow", cell: (entry) => <Time at={entry.at} /> },
              { title: t("common.name"), cell: (entry) => titleOf(entry) },
              { title: t("common.reason"), width: "wide", cell: (entry) => entry.reason || String(entry.custom["detail"] ?? "") },
            ]}
          />
        )}
      </Shown>
    </section>
  );
}
