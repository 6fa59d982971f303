import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge, toneOf } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Select } from "../../components/form";
import { Head } from "../../components/head";
import { listed, usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Text } from "../../components/text";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { actionName } from "../../decisions/kinds";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { isMe, may } from "../../session";
import { said, t } from "../../words";

type Approval = AnswerOf<"/api/v1/approvals", "get">["approvals"][number];
const STATES = ["waiting", "approved", "refused", "withdrawn", "expired"] as const;
type State = (typeof STATES)[number];

/** Decisions that wait until another person has agreed. */
export function ApprovalsPage() {
  const state = STATES.find((each) => each === parameter("state")) ?? "waiting";
  const [refusing, setRefusing] = useState<Approval>();
  const pages = usePages<Approval>(
    listed("/api/v1/approvals", "approvals", { state, limit: 50 }),
    [state],
  );
  useKeys({ refresh: pages.reload });
  const settle = (path: "/api/v1/approvals/{id}/approve" | "/api/v1/approvals/{id}/withdraw", { id }: Approval) =>
    api
      .post(path, { path: { id }, body: {} })
      .then(({ approval }) => {
        say(said("o", approval.state));
        pages.reload();
      })
      .catch(sayFailure);
  return (
    <>
      <Head title={t("nav.approvals")}>
        <Select<State>
          label={t("deliveries.state")}
          value={state}
          change={(value) => setQuery({ state: value })}
          options={STATES.map((value) => ({ value, label: said("o", value) }))}
        />
      </Head>
      <p class="hint">{t("approvals.what")}</p>
      <PagedTable<Approval>
        caption={t("nav.approvals")}
        id={(row) => row.id}
        pages={pages}
        columns={[
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.asked_at} /> },
          {
            title: t("feed.decision"),
            cell: (row) => (
              <>
                <b>{actionName(row.action || row.action_type)}</b>
                {row.reason && <Text text={row.reason} />}
                {Object.keys(row.options).length > 0 && (
                  <details>
                    <summary>{t("log.details")}</summary>
                    <pre dir="auto">{JSON.stringify(row.options, null, 1)}</pre>
                  </details>
                )}
              </>
            ),
          },
          { title: t("log.about"), cell: (row) => <About of={row} /> },
          { title: t("approvals.asked"), cell: (row) => row.asked_by },
          {
            title: t("deliveries.state"),
            cell: (row) => (
              <>
                <Badge tone={toneOf(row.state)}>{said("o", row.state)}</Badge>{" "}
                {row.state === "waiting" ? (
                  <>
                    {t("approvals.until")} <Time at={row.expires_at} full />
                  </>
                ) : (
                  <span class="faint">
                    {row.ended_by} <Time at={row.ended_at} /> {row.end_reason}
                  </span>
                )}
              </>
            ),
          },
          {
            title: t("registry.do"),
            cell: (row) =>
              row.state !== "waiting" || !may(row.action || row.action_type) ? null : isMe(row.asked_by) ? (
                <button onClick={() => void settle("/api/v1/approvals/{id}/withdraw", row)}>{t("approvals.withdraw")}</button>
              ) : (
                <span class="row">
                  <button class="primary" onClick={() => void settle("/api/v1/approvals/{id}/approve", row)}>
                    {t("approvals.approve")}
                  </button>
                  <button class="danger" onClick={() => setRefusing(row)}>
                    {t("approvals.refuse")}
                  </button>
                </span>
              ),
          },
        ]}
      />
      {refusing && (
        <Confirm
          title={t("approvals.refuse")}
          button={t("approvals.refuse")}
          danger
          asksWhy="required"
          close={() => setRefusing(undefined)}
          act={async (reason) => {
            await api.post("/api/v1/approvals/{id}/refuse", { path: { id: refusing.id }, body: { reason } });
            pages.reload();
          }}
        />
      )}
    </>
  );
}

function About({ of }: { of: Approval }) {
  return (
    <span class="row">
      {of.item_id && <a href={address(`/item/${encodeURIComponent(of.item_id)}`)}>{t("item.title")}</a>}
      {of.user_id && <a href={address(`/users/${encodeURIComponent(of.user_id)}`)}>{of.user_id}</a>}
      {of.appeal_id && <a href={address("/appeals")}>{t("nav.appeals")}</a>}
    </span>
  );
}
