import { useState } from "preact/hooks";
import type { AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { DropReports } from "../../components/batch";
import type { Shape } from "../../components/fields";
import { Select } from "../../components/form";
import { Head } from "../../components/head";
import { listed, usePages } from "../../components/pages";
import { Parts } from "../../components/parts";
import { Registry } from "../../components/registry";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { address } from "../../router";
import { number, percent, said, t } from "../../words";

export function ReportingPage() {
  return (
    <>
      <Head title={t("nav.reporting")} />
      <Parts
        label={t("nav.reporting")}
        of={[
          { id: "categories", title: t("reporting.categories"), view: () => <Categories /> },
          { id: "reporters", title: t("reporting.reporters"), view: () => <Reporters /> },
        ]}
      />
    </>
  );
}

type Category = AnswerOf<"/api/v1/report_categories/{id}", "get">["report_category"];
const SHAPE: readonly Shape[] = [
  { name: "name" },
  { name: "applies_to", kind: "choice", options: ["posts", "users", "both"] },
];

function Categories() {
  return (
    <Registry<Category>
      title={t("reporting.categories")}
      named
      id={(row) => row.id}
      load={listed("/api/v1/report_categories", "report_categories")}
      columns={[
        { title: t("f.id"), cell: (row) => <code>{row.id}</code> },
        { title: t("common.name"), width: "wide", cell: (row) => <b dir="auto">{row.name}</b> },
        { title: t("f.applies_to"), cell: (row) => <Badge>{said("o", row.applies_to)}</Badge> },
      ]}
      shape={SHAPE}
      start={{ applies_to: "both" }}
      at="/api/v1/report_categories/{id}"
      needs="configure"
    />
  );
}

type Reporter = AnswerOf<"/api/v1/reporters/{id}", "get">["reporter"];

function Reporters() {
  const [order, setOrder] = useState<"best" | "worst">("worst");
  const pages = usePages<Reporter>(
    listed("/api/v1/reporters", "reporters", { order, limit: 50 }),
    [order],
  );
  return (
    <section class="stack">
      <p class="hint">{t("reporting.what")}</p>
      <div class="find">
        <Select
          label={t("queue.sort")}
          value={order}
          change={setOrder}
          options={(["worst", "best"] as const).map((value) => ({ value, label: t(`reporters.${value}`) }))}
        />
      </div>
      <PagedTable<Reporter>
        caption={t("reporting.reporters")}
        id={(row) => row.user_id}
        pages={pages}
        columns={[
          {
            title: t("nav.user"),
            width: "wide",
            cell: (row) => <a href={address(`/users/${encodeURIComponent(row.user_id)}`)}>{row.user_id}</a>,
          },
          {
            title: t("reporting.score"),
            cell: (row) => (
              <span class="row">
                <meter min={0} max={1} value={row.score} aria-hidden="true" /> {percent(row.score)}
              </span>
            ),
          },
          { title: t("reporting.upheld"), numeric: true, cell: (row) => number(row.right) },
          { title: t("reporting.refused"), numeric: true, cell: (row) => number(row.wrong) },
          {
            title: t("reporting.byCategory"),
            cell: (row) => (
              <span class="row">
                {Object.entries(row.categories).map(([name, standing]) => (
                  <Badge key={name}>
                    {name}: {percent(standing.score)}
                  </Badge>
                ))}
              </span>
            ),
          },
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.updated_at} /> },
          { title: t("registry.do"), cell: (row) => <DropReports id={row.user_id} /> },
        ]}
      />
    </section>
  );
}
