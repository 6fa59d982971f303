import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Ranking } from "../../charts/bars";
import { fetched, saved } from "../../components/download";
import { Facts, type FactRow } from "../../components/facts";
import { Form, TextField } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { duration } from "../../components/times";
import { sayFailure } from "../../components/toasts";
import { codeName } from "../../item/statement";
import { number, said, t } from "../../words";
import { Interval } from "../rules/interval";

type Figures = AnswerOf<"/api/v1/transparency", "get">["transparency"];
const SECTIONS = ["authority_orders", "notices", "other_reports", "own_initiative", "complaints", "out_of_court", "suspensions"] as const;
const DAYS = 90;
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What was counted in a period, as reports on transparency have it. */
export function FiguresOf() {
  const [from, setFrom] = useState(dayAgo(DAYS));
  const [to, setTo] = useState(dayAgo(0));
  const found = useResource(() => api.get("/api/v1/transparency", { query: { from, to } }), [from, to]);
  const take = () =>
    fetched("/api/v1/transparency.csv", { from, to })
      .then((file) => saved(`transparency-${from}-${to}.csv`, file))
      .catch(sayFailure);
  return (
    <>
      <Form class="feed-filter">
        <TextField label={t("bound.since")} type="date" value={from} change={(value) => value && setFrom(value)} />
        <TextField label={t("bound.until")} type="date" value={to} change={(value) => value && setTo(value)} />
        <button onClick={() => void take()}>CSV</button>
      </Form>
      <Shown of={found}>
        {({ transparency }) => (
          <>
            <p class="hint">
              {transparency.counted_since
                ? t("figures.since", { day: transparency.counted_since })
                : t("figures.nothing")}
            </p>
            <div class="grid">
              {SECTIONS.map((name) => (
                <section key={name} class="card stack">
                  <h2>{said("figure", name)}</h2>
                  <Counts of={transparency[name]} />
                </section>
              ))}
              <Machines of={transparency.automated_means} />
            </div>
            <p class="hint">{t("figures.notCounted", { what: transparency.not_counted.map((each) => said("figure", each)).join(", ") })}</p>
          </>
        )}
      </Shown>
    </>
  );
}

/** Numbers as facts, what is told apart as bars, what is made of others below them. */
function Counts({ of }: { of: object }) {
  const all = Object.entries(of) as [string, unknown][];
  const facts = all.flatMap(([name, value]): FactRow[] => {
    if (typeof value === "number") return [[said("figure", name), number(value)]];
    return isMedian(value) && value.median_seconds !== null ? [[said("figure", name), duration(value.median_seconds)]] : [];
  });
  return (
    <>
      <Facts of={facts} />
      {all.map(([name, value]) => {
        if (typeof value !== "object" || value === null || isMedian(value)) return null;
        const rows = rowsOf(value);
        if (!rows) {
          return (
            <section key={name} class="stack">
              <h3>{said("figure", name)}</h3>
              <Counts of={value} />
            </section>
          );
        }
        return rows.length > 0 && <Ranking key={name} title={said("figure", name)} rows={rows} />;
      })}
    </>
  );
}

type Median = Figures["notices"]["time_to_action"];

function isMedian(value: unknown): value is Median {
  return typeof value === "object" && value !== null && "median_seconds" in value;
}

/** Of a list, or of names with their numbers; nothing where it is neither. */
function rowsOf(value: object): { name: string; value: number }[] | undefined {
  if (Array.isArray(value)) {
    return (value as Partial<Record<"category" | "code" | "number", string>>[]).map((each) => ({
      name: codeName(each.category || each.code || "–"),
      value: Number(each.number),
    }));
  }
  const entries = Object.entries(value);
  if (!entries.every(([, each]) => typeof each === "number") || entries.length > 6) return undefined;
  return entries.filter(([, each]) => each > 0).map(([name, each]) => ({ name: said("figure", name), value: Number(each) }));
}

function Machines({ of }: { of: Figures["automated_means"] }) {
  return (
    <section class="card stack">
      <h2>{said("figure", "automated_means")}</h2>
      {[...of.engines, ...of.rules].map((each) => (
        <Interval
          key={each.name}
          title={said("o", each.name, each.name)}
          right={each.agreed}
          wrong={each.reviewed - each.agreed}
          of={{ precision: each.accuracy, low: each.accuracy_low, high: each.accuracy_high }}
        />
      ))}
      {of.engines.length + of.rules.length === 0 && <p class="faint">{t("interval.none")}</p>}
    </section>
  );
}
