import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { LogEntry } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { UndoBatch } from "../../components/batch";
import { fetched, saved } from "../../components/download";
import { Fields, type Shape, type Values } from "../../components/fields";
import { Form } from "../../components/form";
import { Head } from "../../components/head";
import { usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Text } from "../../components/text";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { titleOf } from "../../item/history";
import { useKeys } from "../../keys/manager";
import { nameOf } from "../../names";
import { address, parameter, setQuery } from "../../router";
import { holds } from "../../session";
import { countSoon, unread } from "../../unread";
import { said, t } from "../../words";

const KINDS = [
  "action", "flag", "report", "rule", "delivery", "escalation", "review", "engine", "appeal", "feedback", "strike",
  "expiry", "member", "note", "skip", "statement", "retention", "approval", "authority_order", "view",
] as const;
type Kind = (typeof KINDS)[number];

const FILTERS: readonly Shape[] = [
  { name: "kind", kind: "choice", options: KINDS, optional: true },
  { name: "type", optional: true },
  { name: "result", optional: true },
  { name: "moderator_id", optional: true },
  { name: "user_id", optional: true },
  { name: "item_id", optional: true },
  { name: "rule_id", optional: true },
  { name: "action_id", optional: true },
  { name: "batch_id", optional: true },
  { name: "since", kind: "time", optional: true },
  { name: "until", kind: "time", optional: true },
];
const FORMATS = ["csv", "jsonl"] as const;

export function LogPage() {
  const filter = Object.fromEntries(FILTERS.map(({ name }) => [name, parameter(name)]));
  const isUnread = parameter("unread") === "true";
  const [busy, setBusy] = useState(false);
  const pages = usePages<LogEntry>(
    async (cursor) => {
      const { kind, ...rest } = filter;
      const answer = await api.get("/api/v1/log", {
        query: {
          ...rest,
          kind: kind as Kind,
          limit: 50,
          ...(isUnread ? { unread: true } : {}),
          cursor,
        },
      });
      unread.value = answer.unread;
      return { rows: answer.entries, next: answer.next };
    },
    [filter, isUnread],
  );
  useKeys({ refresh: pages.reload });
  const read = async (ids?: string[]) => {
    setBusy(true);
    try {
      const answer = await api.post("/api/v1/log/mark_read", { body: ids ? { ids } : {} });
      unread.value = answer.unread;
      pages.reload();
    } catch (error) {
      sayFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const take = (format: (typeof FORMATS)[number]) =>
    fetched("/api/v1/log/export", { ...filter, format, ...(isUnread ? { unread: "true" } : {}) })
      .then((file) => saved(`log.${format}`, file))
      .catch(sayFailure);
  return (
    <>
      <Head title={t("nav.log")}>
        {filter["batch_id"] && <UndoBatch key={filter["batch_id"]} id={filter["batch_id"]} />}
        {holds("decide") && unread.value > 0 && (
          <button disabled={busy} onClick={() => void read()}>
            {t("log.readAll")}
          </button>
        )}
        {holds("export") &&
          FORMATS.map((format) => (
            <button key={format} onClick={() => void take(format)}>
              {t("log.export", { format: format.toUpperCase() })}
            </button>
          ))}
      </Head>
      <nav class="parts" aria-label={t("nav.log")}>
        <a href={address("/log")} aria-current={isUnread ? undefined : "page"}>
          {t("log.everything")}
        </a>
        <a href={address("/log?unread=true")} aria-current={isUnread ? "page" : undefined}>
          {t("app.failures", { n: unread.value })}
        </a>
      </nav>
      <details open={Object.values(filter).some(Boolean)}>
        <summary>{t("queue.filter")}</summary>
        <Form class="feed-filter">
          <Fields
            shape={FILTERS}
            value={filter}
            change={(changes: Values) =>
              setQuery(Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, String(value ?? "")])))
            }
          />
        </Form>
      </details>
      <PagedTable<LogEntry>
        caption={t("nav.log")}
        id={(row) => row.id}
        pages={pages}
        empty={t(isUnread ? "log.noFailures" : "common.nothing")}
        columns={[
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.at} /> },
          { title: t("log.what"), cell: (row) => <What entry={row} /> },
          { title: t("log.about"), cell: (row) => <About entry={row} /> },
          { title: t("common.reason"), width: "wide", cell: (row) => <Why entry={row} /> },
          {
            title: t("registry.do"),
            cell: (row) =>
              row.unread_at && holds("decide") ? (
                <span class="row">
                  <button disabled={busy} onClick={() => void read([row.id])}>
                    {t("log.read")}
                    <span class="unseen"> {row.item_id}</span>
                  </button>
                  {row.kind === "delivery" && <Retry entry={row} done={pages.reload} />}
                </span>
              ) : null,
          },
        ]}
      />
    </>
  );
}

function What({ entry }: { entry: LogEntry }) {
  return (
    <>
      <b>{titleOf(entry)}</b>
      <span class="row">
        {entry.by ? t("history.by", { who: entry.by }) : t("history.gavel")}
        {entry.unread_at && <Badge tone="bad">{t("log.unread")}</Badge>}
        {entry.result && entry.result !== "done" && <Badge tone={toneOf(entry.result)}>{said("o", entry.result)}</Badge>}
      </span>
    </>
  );
}

function About({ entry }: { entry: LogEntry }) {
  const batch = entry.custom["batch_id"];
  const links: [string, string, string | undefined][] = [
    [t("item.title"), "/item/", entry.item_id],
    [t("nav.user"), "/users/", entry.user_id],
    [t("nav.rules"), "/rules/", entry.rule_id],
    [said("f", "batch_id"), "/log?batch_id=", typeof batch === "string" ? batch : undefined],
  ];
  if (!links.some(([, , id]) => id)) return null;
  return (
    <ul>
      {links.map(([title, path, id]) =>
        id ? (
          <li key={path} class="row">
            <span class="faint">{title}</span>
            <a class="line" href={address(path + encodeURIComponent(id))}>
              {path === "/item/" ? (entry.entity_id ?? id) : path === "/rules/" ? nameOf("rules", id) : id}
            </a>
          </li>
        ) : null,
      )}
    </ul>
  );
}

function Why({ entry }: { entry: LogEntry }) {
  return (
    <>
      {entry.reason && <Text text={entry.reason} />}
      <details>
        <summary>{t("log.details")}</summary>
        <pre dir="auto">{JSON.stringify({ id: entry.id, ...entry.custom }, null, 1)}</pre>
        {holds("export") && <a href={address(`/integrity?entry=${entry.id}`)}>{t("log.proof")}</a>}
      </details>
    </>
  );
}

function Retry({ entry, done }: { entry: LogEntry; done: () => void }) {
  const retry = () =>
    api
      .post("/api/v1/log/{id}/retry", { path: { id: entry.id }, body: {} })
      .then(() => {
        say(t("deliveries.retried"));
        countSoon();
        done();
      })
      .catch(sayFailure);
  return (
    <button class="primary" onClick={() => void retry()}>
      {t("deliveries.retry")}
      <span class="unseen"> {entry.item_id}</span>
    </button>
  );
}
