import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf } from "../../api/client";
import { Bars } from "../../charts/bars";
import { Badge } from "../../components/badge";
import { Dialog } from "../../components/dialog";
import type { Shape, Values } from "../../components/fields";
import { Head } from "../../components/head";
import { listed } from "../../components/pages";
import { Registry } from "../../components/registry";
import { Shown, useResource } from "../../components/resource";
import { Table } from "../../components/table";
import { number, t } from "../../words";
import { actionTitle } from "../../decisions/kinds";

type Policy = AnswerOf<"/api/v1/strike_policies/{id}", "get">["strike_policy"];
type Body = NonNullable<BodyOf<"/api/v1/strike_policies/{id}", "put">>;

const SHAPE: readonly Shape[] = [
  { name: "name" },
  { name: "expires_after", kind: "number", min: 1, max: 3650 },
  { name: "rule_weights", kind: "counts" },
  { name: "class_weights", kind: "counts" },
  { name: "steps", kind: "lines" },
];

/** `6: ban_user timeout=1440, flag_for_review`: so many strikes, and what is done then. */
function stepText(step: Policy["steps"][number]): string {
  const actions = step.actions.map(({ action, values }) =>
    [action, ...Object.entries(values).map(([name, value]) => `${name}=${String(value)}`)].join(" "),
  );
  return `${step.strikes}: ${actions.join(", ")}`;
}

function stepOf(text: string): unknown {
  const [strikes = "", actions = ""] = text.split(/:(.*)/s);
  return {
    strikes: Number(strikes),
    actions: actions.split(",").map((each) => {
      const [action = "", ...values] = each.trim().split(/\s+/);
      return { action, values: Object.fromEntries(values.map((pair) => valued(pair))) };
    }),
  };
}

function valued(pair: string): [string, unknown] {
  const [name = "", value = ""] = pair.split(/=(.*)/s);
  if (value === "true" || value === "false") return [name, value === "true"];
  return [name, value !== "" && Number.isFinite(Number(value)) ? Number(value) : value];
}

export function StrikesPage() {
  const [shown, setShown] = useState<Policy>();
  return (
    <>
      <Head title={t("nav.strikes")} />
      <Registry<Policy>
        title={t("strikes.policies")}
        hint={t("strikes.what")}
        named
        id={(row) => row.id}
        load={listed("/api/v1/strike_policies", "strike_policies")}
        columns={[
          {
            title: t("common.name"),
            cell: (row) => (
              <>
                <b dir="auto">{row.name}</b> <code class="faint">{row.id}</code>
              </>
            ),
          },
          { title: t("f.expires_after"), width: "narrow", numeric: true, cell: (row) => number(row.expires_after) },
          {
            title: t("f.steps"),
            width: "wide",
            cell: (row) => (
              <ul>
                {row.steps.map((step) => (
                  <li key={step.strikes} class="row">
                    <b>{number(step.strikes)}</b>
                    {step.actions.map((each, index) => (
                      <Badge key={index}>{actionTitle(each.action)}</Badge>
                    ))}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
        shape={SHAPE}
        start={{ expires_after: 90, steps: [] }}
        values={(row) => ({
          name: row.name,
          expires_after: row.expires_after,
          rule_weights: row.weights.rules,
          class_weights: row.weights.classes,
          steps: row.steps.map(stepText),
        })}
        at="/api/v1/strike_policies/{id}"
        body={bodyOf}
        needs="configure"
        more={(row) => (
          <button onClick={() => setShown(row)}>
            {t("strikes.histogram")}
            <span class="unseen"> {row.id}</span>
          </button>
        )}
      />
      {shown && (
        <Dialog title={`${t("strikes.histogram")}: ${shown.name}`} close={() => setShown(undefined)}>
          <Histogram id={shown.id} />
        </Dialog>
      )}
    </>
  );
}

function bodyOf(values: Values): Body {
  return {
    name: values["name"] ?? "",
    expires_after: values["expires_after"],
    weights: { rules: values["rule_weights"] ?? {}, classes: values["class_weights"] ?? {} },
    steps: ((values["steps"] ?? []) as string[]).map(stepOf),
  } as Body;
}

/** How many users have how many strikes, and so how many a step would reach. */
function Histogram({ id }: { id: string }) {
  const found = useResource(() => api.get("/api/v1/strike_policies/{id}/histogram", { path: { id } }), [id]);
  return (
    <Shown of={found}>
      {({ histogram, steps, users }) => (
        <div class="stack">
          <Bars
            title={t("strikes.users", { n: users })}
            labels={histogram.map((bar) => String(bar.strikes))}
            series={[{ name: t("nav.users"), values: histogram.map((bar) => bar.users) }]}
          />
          <Table
            caption={t("f.steps")}
            id={(row) => String(row.strikes)}
            rows={steps}
            columns={[
              { title: t("author.strikes"), numeric: true, cell: (row) => number(row.strikes) },
              { title: t("strikes.reached"), numeric: true, cell: (row) => number(row.users) },
            ]}
          />
        </div>
      )}
    </Shown>
  );
}
