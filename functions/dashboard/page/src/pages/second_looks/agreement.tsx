import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Form, TextField } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Table } from "../../components/table";
import { number, percent, t } from "../../words";

const DAYS = 30;
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** How far two people agree who did not know of each other, by policy. */
export function Agreement() {
  const [from, setFrom] = useState(dayAgo(DAYS));
  const [to, setTo] = useState(dayAgo(-1));
  const found = useResource(
    () => api.get("/api/v1/agreement", { query: { from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` } }),
    [from, to],
  );
  return (
    <>
      <p class="hint">{t("looks.alpha")}</p>
      <Form class="feed-filter">
        <TextField label={t("bound.since")} type="date" value={from} change={(value) => value && setFrom(value)} />
        <TextField label={t("bound.until")} type="date" value={to} change={(value) => value && setTo(value)} />
      </Form>
      <Shown of={found}>
        {({ policies, complete }) => (
          <>
            {!complete && <p class="notice">{t("looks.incomplete")}</p>}
            {policies.length === 0 ? (
              <Empty />
            ) : (
              <Table
                caption={t("looks.agreement")}
                rows={policies}
                id={(row) => row.policy}
                columns={[
                  { title: t("queue.policy"), cell: (row) => <b>{row.policy}</b> },
                  { title: t("looks.items"), numeric: true, width: "narrow", cell: (row) => number(row.items) },
                  { title: t("looks.agreed"), numeric: true, cell: (row) => percent(row.agreed / Math.max(1, row.items)) },
                  {
                    title: "Krippendorff α",
                    width: "wide",
                    cell: (row) =>
                      row.alpha === null ? (
                        t("looks.always")
                      ) : (
                        <>
                          <b>{number(row.alpha)}</b>{" "}
                          {row.low !== null && row.high !== null && (
                            <span class="faint">{t("looks.between", { low: row.low, high: row.high })}</span>
                          )}
                        </>
                      ),
                  },
                ]}
              />
            )}
          </>
        )}
      </Shown>
    </>
  );
}
