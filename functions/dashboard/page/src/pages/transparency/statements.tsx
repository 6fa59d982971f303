import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Statement } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Dialog } from "../../components/dialog";
import { Form, Select, TextField } from "../../components/form";
import { listed, usePages } from "../../components/pages";
import { Shown, useResource } from "../../components/resource";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { actionName } from "../../decisions/kinds";
import { receiverOf, stateName } from "../../item/deliveries";
import { restrictionOf, StatementView } from "../../item/statement";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { holds } from "../../session";
import { said, t } from "../../words";

const NAMES = ["user_id", "item_id", "action"] as const;
const SWITCHES = ["complete", "reversed"] as const;

/** What was stated of whom, and whether they were told. */
export function Statements() {
  const query = Object.fromEntries([...NAMES, ...SWITCHES].map((name) => [name, parameter(name)]));
  const [open, setOpen] = useState<Statement>();
  const pages = usePages<Statement>(
    listed("/api/v1/statements", "statements", { ...query, limit: 50 } as never),
    [query],
  );
  useKeys({ refresh: pages.reload });
  return (
    <>
      <Form class="feed-filter">
        {NAMES.map((name) => (
          <TextField key={name} label={t(`f.${name}`)} type="search" value={query[name] ?? ""} change={(value) => setQuery({ [name]: value })} />
        ))}
        {SWITCHES.map((name) => (
          <Select
            key={name}
            label={t(`stated.${name}`)}
            value={query[name] ?? ""}
            change={(value) => setQuery({ [name]: value })}
            options={["", "true", "false"].map((value) => ({ value, label: value ? said("o", value) : t("common.all") }))}
          />
        ))}
      </Form>
      <PagedTable<Statement>
        caption={t("statement.many")}
        id={(row) => row.id}
        pages={pages}
        columns={[
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.restricted_at} /> },
          {
            title: t("statement.restriction"),
            width: "wide",
            cell: (row) => (
              <>
                <b>{actionName(row.action)}</b> <span class="faint">{restrictionOf(row)}</span>
              </>
            ),
          },
          {
            title: t("log.about"),
            cell: (row) => <a href={address(`/users/${encodeURIComponent(row.user_id)}`)}>{row.user_id}</a>,
          },
          {
            title: t("deliveries.state"),
            cell: (row) => (
              <span class="row">
                {row.missing.length > 0 && <Badge tone="warn">{t("stated.incomplete")}</Badge>}
                {row.reversed_at && <Badge>{t("stated.reversed")}</Badge>}
                {row.told_at ? (
                  <Badge tone="good">
                    {t("stated.told")} <Time at={row.told_at} />
                  </Badge>
                ) : (
                  <Badge tone="info">{t("stated.untold")}</Badge>
                )}
              </span>
            ),
          },
          {
            title: t("registry.do"),
            cell: (row) => (
              <button onClick={() => setOpen(row)}>
                {t("stated.look")}
                <span class="unseen"> {row.user_id}</span>
              </button>
            ),
          },
        ]}
      />
      {open && (
        <One
          of={open}
          close={() => setOpen(undefined)}
          changed={(now) => {
            setOpen(now);
            pages.change((rows) => rows.map((row) => (row.id === now.id ? now : row)));
          }}
        />
      )}
    </>
  );
}

interface OneProps {
  of: Statement;
  close: () => void;
  changed: (now: Statement) => void;
}

function One({ of, close, changed }: OneProps) {
  const told = () =>
    api
      .post("/api/v1/statements/{id}/told", { path: { id: of.id }, body: {} })
      .then(({ statement }) => {
        say(t("common.saved"));
        changed(statement);
      })
      .catch(sayFailure);
  return (
    <Dialog title={t("statement.title")} close={close}>
      <div class="stack">
        <StatementView of={of} />
        {of.reversed_at && (
          <p>
            {t("stated.reversed")}: {of.reversed_by || t("history.gavel")} <Time at={of.reversed_at} full />
          </p>
        )}
        <Sent item={of.item_id} id={of.id} />
        {!of.told_at && holds("decide") && <button onClick={() => void told()}>{t("stated.tell")}</button>}
      </div>
    </Dialog>
  );
}

/** How the webhooks about the statement came along: of what is sent about its item, those that name it. */
function Sent({ item, id }: { item: string; id: string }) {
  const found = useResource(() => api.get("/api/v1/deliveries", { query: { item_id: item, limit: 100 } }), [id]);
  return (
    <Shown of={found}>
      {({ deliveries }) => {
        const own = deliveries.filter((each) => each.id === id || JSON.stringify(each.data).includes(id));
        return (
          <section>
            <h3>{t("deliveries.title")}</h3>
            {own.length === 0 && <p class="faint">{t("stated.unsent")}</p>}
            <ul>
              {own.map((each) => (
                <li key={each.id} class="row">
                  {receiverOf(each)} <Badge tone={toneOf(each.state)}>{stateName(each.state)}</Badge>
                  <Time at={each.delivered_at ?? each.created_at} />
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Shown>
  );
}
