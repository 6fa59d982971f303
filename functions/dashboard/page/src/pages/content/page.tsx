import { useRef } from "preact/hooks";
import { type AnswerOf, api, type QueryOf } from "../../api/client";
import type { Item } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Form, Select, TextField } from "../../components/form";
import { Head } from "../../components/head";
import { usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { absolute, dateOf } from "../../components/times";
import { actionName } from "../../decisions/kinds";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { number, said, t } from "../../words";

const NAMES = ["label", "category", "config_key", "entity_creator_id", "entity_type"] as const;
const TITLES = {
  label: "queue.label",
  category: "why.engine",
  config_key: "queue.policy",
  entity_creator_id: "queue.user",
  entity_type: "queue.type",
} as const;

type Verdict = "" | "keep" | "flag" | "remove";

/** The day's first moment, here. */
function moment(day: string, offset = 0): string | undefined {
  const date = day ? new Date(`${day}T00:00:00`) : undefined;
  if (!date || Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + offset);
  return date.toISOString();
}

/** The two APIs say times in two ways. */
type Row = Item | AnswerOf<"/api/v1/content", "get">["items"][number];

interface Wanted {
  /** By the names that the API has for them. */
  fields: Record<string, string>;
  since: string | undefined;
  until: string | undefined;
}

function wantedHere(): Wanted {
  const fields: Record<string, string> = {};
  for (const name of NAMES) if (parameter(name)) fields[name] = parameter(name);
  if (parameter("verdict")) fields["recommended_action"] = parameter("verdict");
  return { fields, since: moment(parameter("since")), until: moment(parameter("until"), 1) };
}

/** All content, where the app has it listed. */
function readAll({ fields, since, until }: Wanted, cursor: string | null) {
  const { entity_creator_id: user_id, ...others } = fields;
  const query = { limit: 50, ...others, user_id, since, until, cursor };
  return api.get("/api/v1/content", { query: query as QueryOf<"/api/v1/content", "get"> });
}

/** What came before moderators, whether it waits or not. */
function readFlagged({ fields, since, until }: Wanted, next: string | null) {
  const created_at = { ...(since ? { $gte: since } : {}), ...(until ? { $lt: until } : {}) };
  return api.post("/api/v2/moderation/review_queue", {
    body: {
      filter: { ...fields, ...(since || until ? { created_at } : {}) },
      limit: 50,
      sort: [{ field: "created_at", direction: -1 }],
      exclude_default_action_config: true,
      ...(next ? { next } : {}),
    },
  });
}

export function ContentPage() {
  const wanted = wantedHere();
  const isFlagged = parameter("which") === "flagged";
  // Undefined until the server has said; null where all content is not listed.
  const listed = useRef<unknown>(undefined);
  const pages = usePages<Row>(
    async (cursor) => {
      if (!isFlagged && (!cursor || listed.current)) {
        const { items, next, listed_since: since } = await readAll(wanted, cursor);
        listed.current = since;
        if (since) return { rows: items, next };
      }
      const { items, next } = await readFlagged(wanted, cursor);
      return { rows: items, next };
    },
    [wanted, isFlagged],
  );
  useKeys({
    refresh: pages.reload,
    filter: () => document.querySelector<HTMLInputElement>(".feed-filter input")?.focus(),
  });
  return (
    <>
      <Head title={t("feed.title")}>
        {!isFlagged && listed.current === null && <p class="hint">{t("feed.off")}</p>}
        {!isFlagged && !!listed.current && (
          <p class="hint">{t("feed.since", { when: absolute(dateOf(listed.current) ?? new Date()) })}</p>
        )}
      </Head>
      <Form class="feed-filter">
        <Select
          label={t("feed.which")}
          value={parameter("which")}
          change={(value) => setQuery({ which: value })}
          options={[
            { value: "", label: t("feed.all") },
            { value: "flagged", label: t("feed.flagged") },
          ]}
        />
        {NAMES.map((name) => (
          <TextField
            key={name}
            label={t(TITLES[name])}
            value={parameter(name)}
            change={(value) => setQuery({ [name]: value })}
          />
        ))}
        <Select<Verdict>
          label={t("feed.recommended")}
          value={parameter("verdict") as Verdict}
          change={(value) => setQuery({ verdict: value })}
          options={[
            { value: "", label: t("common.all") },
            ...(["keep", "flag", "remove"] as const).map((value) => ({ value, label: said("o", value) })),
          ]}
        />
        {(["since", "until"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`bound.${name}`)}
            type="date"
            value={parameter(name)}
            change={(value) => setQuery({ [name]: value })}
          />
        ))}
      </Form>
      <PagedTable
        caption={t("feed.title")}
        pages={pages}
        id={(item) => item.id}
        columns={[
          { title: t("feed.what"), width: "wide", cell: (item) => <What item={item} /> },
          { title: t("author.title"), cell: (item) => <Who id={item.entity_creator_id} name={item.entity_creator?.name} /> },
          { title: t("feed.labels"), cell: (item) => <Labels item={item} /> },
          {
            title: t("feed.recommended"),
            width: "narrow",
            cell: (item) => <Badge tone={toneOf(item.recommended_action)}>{said("o", item.recommended_action || "–")}</Badge>,
          },
          {
            title: t("feed.decision"),
            cell: (item) =>
              item.reviewed_at ? `${actionName(item.latest_moderator_action)} (${item.reviewed_by})` : "–",
          },
          { title: t("common.time"), width: "narrow", cell: (item) => <Time at={item.created_at} /> },
        ]}
      />
    </>
  );
}

function What({ item }: { item: Row }) {
  const payload = item.moderation_payload ?? {};
  const media = [payload.images, payload.videos, payload.audios].flatMap((each) => each ?? []).length;
  const reports = (item.flags ?? []).filter((flag) => flag.type === "user_report").length;
  return (
    <a class="row" href={address(`/item/${item.id}`)}>
      <Line text={String(payload.texts?.[0] ?? item.entity_id)} />
      {media > 0 && <Badge>{`${t("content.media")} ${number(media)}`}</Badge>}
      {reports > 0 && <Badge tone="warn">{t("feed.reports", { n: reports })}</Badge>}
    </a>
  );
}

function Who({ id, name }: { id: string; name: string | undefined }) {
  if (!id) return <>–</>;
  return (
    <a href={address(`/users/${encodeURIComponent(id)}`)} title={id} dir="auto">
      {name || id}
    </a>
  );
}

function Labels({ item }: { item: Row }) {
  const labels = [...new Set((item.flags ?? []).flatMap((flag) => flag.labels ?? []))];
  return (
    <span class="row">
      {labels.slice(0, 4).map((label) => (
        <Badge key={label}>{label}</Badge>
      ))}
      {labels.length > 4 && <span class="faint">+{labels.length - 4}</span>}
    </span>
  );
}
