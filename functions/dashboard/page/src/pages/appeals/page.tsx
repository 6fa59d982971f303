import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { HandledAppeal } from "../../api/types";
import { Form, Select, TextField } from "../../components/form";
import { Head } from "../../components/head";
import { usePages } from "../../components/pages";
import { Empty, Loading, Problem } from "../../components/states";
import { useKeys } from "../../keys/manager";
import { parameter, setQuery } from "../../router";
import { said, t } from "../../words";
import { OneAppeal } from "./one";

const CHOICES = {
  status: ["submitted", "accepted", "rejected"],
  role: ["author", "notifier"],
  late: ["true", "false"],
  outcome: ["upheld", "reversed", "partly"],
  out_of_court: ["none", "open", "closed"],
  order: ["oldest", "newest"],
} as const;
const NAMES = ["of_user", "handler"] as const;
type Choice = keyof typeof CHOICES;

/** What the address asks for; without anything it is what waits, the oldest first. */
function filterHere(): Record<string, string> {
  const all = [...Object.keys(CHOICES), ...NAMES].map((name) => [name, parameter(name)] as const);
  return { status: "submitted", ...Object.fromEntries(all.filter(([, value]) => value)) };
}

export function AppealsPage() {
  const filter = filterHere();
  const [present, setPresent] = useState(0);
  const pages = usePages<HandledAppeal>(
    async (cursor) => {
      const { status, ...rest } = filter;
      const query = { ...rest, ...(status === "all" ? {} : { status }), limit: 25, cursor };
      const { appeals, next } = await api.get("/api/v1/appeals", { query: query as never });
      return { rows: appeals, next };
    },
    [filter],
  );
  const move = (by: number) => {
    const next = Math.min(Math.max(present + by, 0), pages.rows.length - 1);
    setPresent(next);
    document.querySelectorAll<HTMLElement>(".appeal")[next]?.focus();
  };
  useKeys({ refresh: pages.reload, next: () => move(1), previous: () => move(-1) });
  const changed = (appeal: HandledAppeal) =>
    pages.change((rows) =>
      rows.flatMap((row) => (row.id !== appeal.id ? [row] : appeal.status === filter["status"] || filter["status"] === "all" ? [appeal] : [])),
    );
  return (
    <>
      <Head title={t("nav.appeals")} />
      <Form class="feed-filter">
        {(Object.keys(CHOICES) as Choice[]).map((name) => (
          <Select
            key={name}
            label={t(`appealBy.${name}`)}
            value={filter[name] ?? (name === "order" ? "oldest" : "")}
            change={(value) => setQuery({ [name]: name === "status" && !value ? "all" : value })}
            options={[
              ...(name === "order" ? [] : [{ value: name === "status" ? "all" : "", label: t("common.all") }]),
              ...CHOICES[name].map((value) => ({ value, label: said("appeal", value) })),
            ]}
          />
        ))}
        {NAMES.map((name) => (
          <TextField
            key={name}
            label={t(`appealBy.${name}`)}
            type="search"
            value={filter[name] ?? ""}
            change={(value) => setQuery({ [name]: value })}
          />
        ))}
      </Form>
      <div class="stack">
        {pages.rows.map((appeal) => (
          <OneAppeal key={appeal.id} appeal={appeal} changed={changed} />
        ))}
      </div>
      {pages.rows.length === 0 && !pages.loading && pages.error === undefined && <Empty>{t("appeals.none")}</Empty>}
      {pages.error !== undefined && <Problem error={pages.error} retry={pages.reload} />}
      {pages.loading && <Loading />}
      {pages.more && (
        <button class="more" onClick={pages.more}>
          {t("common.more")}
        </button>
      )}
    </>
  );
}
