import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Creator, Item, LogEntry, Report } from "../../api/types";
import { Bars } from "../../charts/bars";
import { Badge, toneOf } from "../../components/badge";
import { DropReports } from "../../components/batch";
import { usePages } from "../../components/pages";
import { type Resource, Shown, useResource } from "../../components/resource";
import { PagedTable } from "../../components/table";
import { Line, Text } from "../../components/text";
import { Time } from "../../components/time";
import { dateOf, shortDay } from "../../components/times";
import { say, sayFailure } from "../../components/toasts";
import { BanDialog, type BanOptions } from "../../decisions/dialogs";
import { actionName } from "../../decisions/kinds";
import { Counted } from "../../item/author";
import { History } from "../../item/history";
import { NotesOf, writing } from "../../item/notes";
import { useKeys } from "../../keys/manager";
import { nameOf } from "../../names";
import { address } from "../../router";
import { holds, may, seesAll } from "../../session";
import { number, said, t } from "../../words";
import type { PageProps } from "../routes";

const DAYS = 14;

async function readProfile(id: string) {
  const items = api.post("/api/v2/moderation/review_queue", {
    body: { filter: { entity_creator_id: id }, limit: 1, exclude_default_action_config: true },
  });
  const users = api.get("/api/v2/users", {
    query: { payload: JSON.stringify({ filter_conditions: { id: { $in: [id] } }, limit: 1 }) } as never,
  });
  const [{ items: found }, { users: known }] = await Promise.all([items, users]);
  return { creator: found[0]?.entity_creator ?? (known[0] as Creator | undefined), bans: found[0]?.bans ?? [] };
}

async function readReports(id: string) {
  const [about, by] = await Promise.all([
    api.get("/api/v1/reports", { query: { user_id: id, limit: 20 } }),
    api.get("/api/v1/reports", { query: { reporter_id: id, limit: 20 } }),
  ]);
  return { about: about.reports, by: by.reports };
}

export function UserPage({ values }: PageProps) {
  const id = values["id"] ?? "";
  const profile = useResource(() => readProfile(id), [id]);
  const strikes = useResource(() => api.get("/api/v1/users/{id}/strikes", { path: { id } }), [id]);
  const isWhole = seesAll();
  const reports = useResource(async () => (isWhole ? readReports(id) : undefined), [id]);
  const history = useResource(
    async () => (isWhole ? api.get("/api/v1/log", { query: { user_id: id, limit: 100 } }) : { entries: [] }),
    [id],
  );
  const items = usePages<Item>(
    async (cursor) => {
      const answer = await api.post("/api/v2/moderation/review_queue", {
        body: {
          filter: { entity_creator_id: id },
          limit: 25,
          exclude_default_action_config: true,
          ...(cursor ? { next: cursor } : {}),
        },
      });
      return { rows: answer.items, next: answer.next };
    },
    [id],
  );
  const again = () => {
    profile.reload();
    history.reload();
  };
  useKeys({ refresh: again, note: () => (writing.value = true) });
  return (
    <>
      <div class="page-head">
        <h1>
          {t("nav.user")} <Line text={profile.data?.creator?.name || id} />
        </h1>
        {isWhole && <Banning id={id} profile={profile} changed={again} />}
        {holds("administer") && (
          <a class="button" href={address(`/erasures/+new?user=${encodeURIComponent(id)}`)}>
            {t("users.erase")}
          </a>
        )}
      </div>
      <div class="grid">
        <section class="card stack">
          <Shown of={profile}>{({ creator }) => <Profile creator={creator} />}</Shown>
          <Shown of={strikes}>{({ strikes: given, totals }) => <Strikes given={given} totals={totals} />}</Shown>
        </section>
        {isWhole && (
          <section class="card">
            <Shown of={history}>{({ entries }) => <Days entries={entries} />}</Shown>
          </section>
        )}
        <NotesOf subject={{ target_user_id: id }} />
        {isWhole && (
          <section class="card stack">
            <Shown of={reports}>
              {(found) => (
                <>
                  <Reports title={t("users.reportsAbout")} reports={found?.about ?? []} />
                  <Reports title={t("users.reportsBy")} reports={found?.by ?? []} />
                  {found?.by.some((each) => !each.invalid_at) && <DropReports id={id} />}
                </>
              )}
            </Shown>
          </section>
        )}
      </div>
      <div class="row spread section">
        <h2>{t("users.items")}</h2>
        <a href={address(`/content?entity_creator_id=${encodeURIComponent(id)}`)}>{t("feed.ofUser")}</a>
      </div>
      <PagedTable
        caption={t("users.items")}
        pages={items}
        id={(item) => item.id}
        columns={[
          {
            title: t("feed.what"),
            width: "wide",
            cell: (item) => (
              <a href={address(`/item/${item.id}`)}>
                <Line text={String(item.moderation_payload?.texts?.[0] ?? item.entity_id)} />
              </a>
            ),
          },
          {
            title: t("feed.recommended"),
            cell: (item) => <Badge tone={toneOf(item.recommended_action)}>{said("o", item.recommended_action || "–")}</Badge>,
          },
          {
            title: t("feed.decision"),
            cell: (item) => (item.reviewed_at ? `${actionName(item.latest_moderator_action)} (${item.reviewed_by})` : "–"),
          },
          { title: t("common.time"), width: "narrow", cell: (item) => <Time at={item.created_at} /> },
        ]}
      />
      {isWhole && (
        <div class="section">
          <History of={history} />
        </div>
      )}
    </>
  );
}

function Profile({ creator }: { creator: Creator | undefined }) {
  if (!creator) return <p class="faint">{t("users.unknown")}</p>;
  return (
    <>
      <div class="row">
        <code>{creator.id}</code>
        {creator.role !== "user" && <Badge>{creator.role}</Badge>}
        {creator.banned && (
          <Badge tone="bad">
            {t("author.banned")} {creator.ban_expires ? <Time at={creator.ban_expires} full /> : ""}
          </Badge>
        )}
        {creator.shadow_banned && <Badge tone="warn">{t("author.shadowBanned")}</Badge>}
      </div>
      <Counted of={creator} full />
    </>
  );
}

interface Strike {
  id: string;
  policy: string;
  weight: number;
  at: string;
  expires_at: string;
  reason: string;
}

function Strikes({ given, totals }: { given: Strike[]; totals: Record<string, number> }) {
  return (
    <div>
      <h3>{t("users.strikes")}</h3>
      <p>
        {Object.entries(totals).map(([policy, weight]) => (
          <Badge key={policy} tone="warn">
            {nameOf("strike_policies", policy)} {number(weight)}
          </Badge>
        ))}
        {given.length === 0 && <span class="faint">{t("common.nothing")}</span>}
      </p>
      <ul>
        {given.map((strike) => (
          <li key={strike.id} class="row">
            <Time at={strike.at} /> {nameOf("strike_policies", strike.policy)} +{number(strike.weight)}
            {strike.reason && <Line text={strike.reason} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Days({ entries }: { entries: LogEntry[] }) {
  const days = Array.from({ length: DAYS }, (_unused, index) =>
    new Date(Date.now() - (DAYS - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
  const perDay = (kinds: string[]) =>
    days.map(
      (day) =>
        entries.filter((entry) => kinds.includes(entry.kind) && dateOf(entry.at)?.toISOString().startsWith(day)).length,
    );
  return (
    <Bars
      title={t("users.history")}
      labels={days.map(shortDay)}
      series={[
        { name: t("overview.arrived"), values: perDay(["flag", "report"]) },
        { name: t("overview.decidedDays"), values: perDay(["action", "review"]) },
      ]}
    />
  );
}

function Reports({ title, reports }: { title: string; reports: Report[] }) {
  return (
    <div>
      <h2>
        {title} ({number(reports.length)})
      </h2>
      <ul class="stack">
        {reports.slice(0, 8).map((report) => (
          <li key={report.id}>
            <a class="row" href={address(`/item/${report.item_id}`)}>
              {(report.categories ?? []).map((each) => nameOf("report_categories", each)).join(", ")} <Time at={report.created_at} />
              {report.invalid_at && <Badge>{t("batch.invalid")}</Badge>}
            </a>
            {report.reason && <Text text={report.reason} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BanningProps {
  id: string;
  profile: Resource<{ creator: Creator | undefined }>;
  changed: () => void;
}

function Banning({ id, profile, changed }: BanningProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const isBanned = profile.data?.creator?.banned || profile.data?.creator?.shadow_banned;
  const act = async (work: () => Promise<unknown>, done: string) => {
    setAsked(false);
    setBusy(true);
    try {
      await work();
      say(done);
      changed();
    } catch (error) {
      sayFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const ban = (reason: string, options: BanOptions) =>
    act(
      () =>
        api.post("/api/v2/moderation/submit_action", {
          body: { action_type: "ban", ban: { target_user_id: id, ...(reason ? { reason } : {}), ...options } },
        }),
      t("users.banned"),
    );
  return (
    <>
      {may("ban") && (
        <button class="danger" disabled={busy} onClick={() => setAsked(true)}>
          {t("users.ban")}
        </button>
      )}
      {may("unban") && isBanned && (
        <button
          disabled={busy}
          onClick={() =>
            void act(
              () =>
                api.post("/api/v2/moderation/submit_action", {
                  body: { action_type: "unban", unban: { target_user_id: id } },
                }),
              t("users.unbanned"),
            )
          }
        >
          {t("users.unban")}
        </button>
      )}
      {asked && (
        <BanDialog who={id} reason="" close={() => setAsked(false)} decide={(reason, options) => void ban(reason, options)} />
      )}
    </>
  );
}
