import type { ComponentChildren } from "preact";
import { api } from "../../api/client";
import { Badge, toneOf } from "../../components/badge";
import { Bars, Ranking } from "../../charts/bars";
import { Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Table } from "../../components/table";
import { Time } from "../../components/time";
import { shortDay } from "../../components/times";
import { actionName } from "../../decisions/kinds";
import { useKeys } from "../../keys/manager";
import { address } from "../../router";
import { number, t } from "../../words";
import { count } from "./counting";

async function waiting() {
  const post = api.post("/api/v2/moderation/review_queue", { body: { stats_only: true } });
  const oldest = api.post("/api/v2/moderation/review_queue", {
    body: { filter: { reviewed: false }, sort: [{ field: "created_at", direction: 1 }], limit: 1 },
  });
  const [{ stats }, { items }] = await Promise.all([post, oldest]);
  return { stats, oldest: items[0] };
}

export default function Overview() {
  const queue = useResource(waiting, []);
  const counted = useResource(() => count(), []);
  const unread = useResource(() => api.get("/api/v1/log", { query: { unread: true, limit: 5 } }), []);
  const endpoints = useResource(() => api.get("/api/v1/endpoints", { query: { limit: 100 } }), []);
  const queues = useResource(() => api.get("/api/v2/moderation/queues"), []);
  useKeys({
    refresh: () => {
      for (const each of [queue, counted, unread, endpoints, queues]) each.reload();
    },
  });
  return (
    <>
      <div class="page-head">
        <h1>{t("nav.overview")}</h1>
      </div>
      <Shown of={queue}>
        {({ stats, oldest }) => (
          <dl class="tiles">
            <Tile name={t("overview.texts")} to="/queue/texts">
              {number(stats["texts"] ?? 0)}
            </Tile>
            <Tile name={t("overview.media")} to="/queue/media">
              {number(stats["media"] ?? 0)}
            </Tile>
            <Tile name={t("overview.users")} to="/queue/users">
              {number(stats["users"] ?? 0)}
            </Tile>
            <Tile name={t("overview.oldest")} to={oldest ? `/item/${oldest.id}` : "/queue/all"}>
              <Time at={oldest?.created_at} />
            </Tile>
            <Tile name={t("overview.decided")} to="/queue/reviewed">
              {counted.data ? number(counted.data.today) : "…"}
            </Tile>
            <Tile name={t("overview.unread")} to="/log?unread=true">
              {unread.data ? number(unread.data.unread) : "…"}
            </Tile>
          </dl>
        )}
      </Shown>
      <div class="grid">
        <section class="card">
          <Shown of={counted}>
            {(found) => (
              <>
                <Bars
                  title={t("overview.days")}
                  labels={found.days.map(shortDay)}
                  series={[
                    { name: t("overview.arrived"), values: found.flagged },
                    { name: t("overview.decidedDays"), values: found.decided },
                  ]}
                />
                <p class="hint">{t("overview.counted", { n: found.entries })}</p>
              </>
            )}
          </Shown>
        </section>
        <section class="card stack">
          <Shown of={counted}>
            {(found) => (
              <>
                <Ranking title={t("overview.byModerator")} rows={found.byModerator} />
                <Ranking
                  title={t("overview.byAction")}
                  rows={found.byAction.map((row) => ({ ...row, name: actionName(row.name) }))}
                />
              </>
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
                      <span class="line">{each.name || each.id}</span>
                      <span>
                        <Badge tone={toneOf(each.state)}>{each.state}</Badge> {number(each.failures)}
                      </span>
                    </li>
                  ))}
                </ul>
              );
            }}
          </Shown>
        </section>
      </div>
      <section class="stack overview-failures">
        <h2>{t("overview.failures")}</h2>
        <Shown of={unread}>
          {({ entries }) =>
            entries.length === 0 ? (
              <Empty />
            ) : (
              <Table
                caption={t("overview.failures")}
                rows={entries}
                id={(entry) => entry.id}
                columns={[
                  { title: t("common.time"), width: "narrow", cell: (entry) => <Time at={entry.at} /> },
                  { title: t("common.name"), cell: (entry) => `${entry.kind} ${entry.type}` },
                  { title: t("common.reason"), width: "wide", cell: (entry) => entry.reason || String(entry.custom["detail"] ?? "") },
                ]}
              />
            )
          }
        </Shown>
      </section>
    </>
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
