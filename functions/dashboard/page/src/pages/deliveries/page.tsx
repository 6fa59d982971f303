import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Delivery } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Dialog } from "../../components/dialog";
import { Facts } from "../../components/facts";
import { Form, Select, TextField } from "../../components/form";
import { Head } from "../../components/head";
import { listed, usePages } from "../../components/pages";
import { Parts } from "../../components/parts";
import { Shown, useResource } from "../../components/resource";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { receiverOf, stateName } from "../../item/deliveries";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { holds } from "../../session";
import { countSoon } from "../../unread";
import { number, t } from "../../words";
import { Endpoints } from "./endpoints";

const STATES = ["waiting", "pending", "delivered", "dead", "superseded", "cancelled"] as const;
type State = (typeof STATES)[number];

export function DeliveriesPage() {
  return (
    <>
      <Head title={t("nav.deliveries")} />
      <Parts
        label={t("nav.deliveries")}
        of={[
          { id: "calls", title: t("deliveries.title"), view: () => <Calls /> },
          { id: "endpoints", title: t("endpoints.title"), view: () => <Endpoints /> },
        ]}
      />
    </>
  );
}

const FILTERS = ["action_id", "endpoint", "subject", "item_id"] as const;

function Calls() {
  const query = Object.fromEntries(FILTERS.map((name) => [name, parameter(name)]));
  const state = parameter("state");
  const [open, setOpen] = useState("");
  const pages = usePages<Delivery>(
    listed("/api/v1/deliveries", "deliveries", { limit: 50, ...query, state: state as State }),
    [query, state],
  );
  useKeys({ refresh: pages.reload });
  return (
    <>
      <Form class="feed-filter">
        <Select
          label={t("deliveries.state")}
          value={state}
          options={["", ...STATES].map((value) => ({ value, label: value ? stateName(value) : t("common.all") }))}
          change={(value) => setQuery({ state: value })}
        />
        {FILTERS.map((name) => (
          <TextField
            key={name}
            label={t(`f.${name}`)}
            type="search"
            value={query[name] ?? ""}
            change={(value) => setQuery({ [name]: value })}
          />
        ))}
      </Form>
      <PagedTable<Delivery>
        caption={t("deliveries.title")}
        id={(row) => row.id}
        pages={pages}
        columns={[
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.created_at} /> },
          {
            title: t("f.action_id"),
            width: "wide",
            cell: (row) => (
              <>
                <b title={row.endpoint}>{receiverOf(row)}</b> <span class="faint">{row.subject}</span>
                {row.last_attempt && row.state !== "delivered" && (
                  <p class="hint">
                    {row.last_attempt.status ?? row.last_attempt.error} {row.last_attempt.detail}
                  </p>
                )}
              </>
            ),
          },
          {
            title: t("deliveries.state"),
            cell: (row) => (
              <span class="row">
                <Badge tone={toneOf(row.state)}>{stateName(row.state)}</Badge>
                <span class="faint">{t("deliveries.attempts", { n: row.attempts })}</span>
              </span>
            ),
          },
          {
            title: t("registry.do"),
            cell: (row) => (
              <button onClick={() => setOpen(row.id)}>
                {t("deliveries.look")}
                <span class="unseen"> {row.subject}</span>
              </button>
            ),
          },
        ]}
      />
      {open && <One id={open} close={() => setOpen("")} changed={pages.reload} />}
    </>
  );
}

function One({ id, close, changed }: { id: string; close: () => void; changed: () => void }) {
  const found = useResource(() => api.get("/api/v1/deliveries/{id}", { path: { id } }), [id]);
  const [cancelling, setCancelling] = useState(false);
  const retry = () =>
    api
      .post("/api/v1/deliveries/{id}/retry", { path: { id } })
      .then(() => {
        say(t("deliveries.retried"));
        countSoon();
        found.reload();
        changed();
      })
      .catch(sayFailure);
  if (cancelling) {
    return (
      <Confirm
        title={t("deliveries.cancel")}
        button={t("deliveries.cancel")}
        danger
        asksWhy="optional"
        close={() => setCancelling(false)}
        act={async (reason) => {
          await api.post("/api/v1/deliveries/{id}/cancel", { path: { id }, body: reason ? { reason } : {} });
          found.reload();
          changed();
        }}
      />
    );
  }
  return (
    <Dialog title={t("deliveries.one")} close={close}>
      <Shown of={found}>
        {({ delivery }) => (
          <div class="stack">
            <Facts
              of={[
                [
                  t("deliveries.state"),
                  <>
                    <Badge tone={toneOf(delivery.state)}>{stateName(delivery.state)}</Badge> {delivery.reason}
                  </>,
                ],
                [t("f.action_id"), <span title={delivery.endpoint}>{receiverOf(delivery)}</span>],
                [t("f.subject"), delivery.subject],
                [
                  t("item.title"),
                  delivery.item_id && <a href={address(`/item/${encodeURIComponent(delivery.item_id)}`)}>{delivery.item_id}</a>,
                ],
                [
                  t("nav.rules"),
                  delivery.why.rule_id && (
                    <a href={address(`/rules/${encodeURIComponent(delivery.why.rule_id)}`)}>
                      {delivery.why.rule_name} v{delivery.why.rule_version}
                    </a>
                  ),
                ],
                [t("deliveries.next"), delivery.next_attempt_at && <Time at={delivery.next_attempt_at} full />],
              ]}
            />
            <h3>{t("deliveries.attempts", { n: delivery.attempts })}</h3>
            <ol class="bare tries">
              {delivery.tries.map((each) => (
                <li key={each.attempt}>
                  <span class="row">
                    <b>{each.attempt}.</b> <Time at={each.at} full />
                    <Badge tone={each.status === 200 ? "good" : "bad"}>{each.status ?? each.error}</Badge>
                    <span class="faint">{number(each.milliseconds)} ms</span>
                  </span>
                  {each.detail && <p class="hint">{each.detail}</p>}
                  {each.answer && <pre dir="auto">{each.answer}</pre>}
                </li>
              ))}
            </ol>
            <details>
              <summary>{t("deliveries.sent")}</summary>
              <pre dir="auto">{JSON.stringify(delivery.data, null, 2)}</pre>
            </details>
            <div class="row">
              {holds("decide") && delivery.state !== "delivered" && (
                <button class="primary" onClick={() => void retry()}>
                  {t("deliveries.retry")}
                </button>
              )}
              {holds("oversee") && ["pending", "waiting"].includes(delivery.state) && (
                <button class="danger" onClick={() => setCancelling(true)}>
                  {t("deliveries.cancel")}
                </button>
              )}
            </div>
          </div>
        )}
      </Shown>
    </Dialog>
  );
}
