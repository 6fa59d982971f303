import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge, toneOf } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Select } from "../../components/form";
import { Head } from "../../components/head";
import { listed, usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { holds, isFree } from "../../session";
import { said, t } from "../../words";
import { actionTitle } from "../../decisions/kinds";
import { CapsShown, useCaps } from "./caps";

type Enforcement = AnswerOf<"/api/v1/enforcements/{id}", "get">["enforcement"];
const STATUSES = ["held", "released", "dropped"] as const;
type Status = (typeof STATUSES)[number];
/** So many the API takes at once by their ids. */
const MOST = 25;

/** What caps hold back until a person has looked. */
export function HeldPage() {
  const status = (STATUSES as readonly string[]).includes(parameter("status")) ? (parameter("status") as Status) : "held";
  const rule = parameter("rule_id");
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState<{ verb: "release" | "drop"; all: boolean }>();
  const caps = useCaps(rule);
  const pages = usePages<Enforcement>(
    listed("/api/v1/enforcements", "enforcements", { limit: 50, status, rule_id: rule }),
    [status, rule],
  );
  useKeys({ refresh: pages.reload });
  const settle = async (reason: string) => {
    if (!asking) return;
    const which = asking.all ? { rule_id: rule } : { ids: chosen };
    const body = { ...which, ...(reason ? { reason } : {}) };
    if (asking.verb === "release") await api.post("/api/v1/enforcements/release", { body });
    else await api.post("/api/v1/enforcements/drop", { body });
    setChosen([]);
    pages.reload();
    caps.reload();
  };
  const may = holds("oversee") && isFree() && status === "held";
  return (
    <>
      <Head title={t("nav.held")}>
        <Select<Status>
          label={t("deliveries.state")}
          value={status}
          change={(value) => setQuery({ status: value })}
          options={STATUSES.map((value) => ({ value, label: said("o", value) }))}
        />
      </Head>
      <p class="hint">{t("held.what")}</p>
      <CapsShown of={caps} />
      {may && (
        <div class="row bulk">
          <button class="primary" disabled={chosen.length === 0} onClick={() => setAsking({ verb: "release", all: false })}>
            {t("held.release", { n: chosen.length })}
          </button>
          <button class="danger" disabled={chosen.length === 0} onClick={() => setAsking({ verb: "drop", all: false })}>
            {t("held.drop", { n: chosen.length })}
          </button>
          {rule && (
            <>
              <button onClick={() => setAsking({ verb: "release", all: true })}>
                {t("held.releaseAll")}
              </button>
              <button class="danger" onClick={() => setAsking({ verb: "drop", all: true })}>
                {t("held.dropAll")}
              </button>
            </>
          )}
        </div>
      )}
      <PagedTable<Enforcement>
        caption={t("nav.held")}
        id={(row) => row.id}
        pages={pages}
        empty={t(status === "held" ? "held.none" : "common.nothing")}
        columns={[
          {
            title: t("queue.selectItem"),
            width: may ? "least" : "narrow",
            cell: (row) =>
              may ? (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(row.id)}
                    disabled={!chosen.includes(row.id) && chosen.length >= MOST}
                    onChange={(event) =>
                      setChosen(event.currentTarget.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                    }
                  />
                  <span class="unseen">{row.entity_id}</span>
                </label>
              ) : (
                <Badge tone={toneOf(row.status)}>{said("o", row.status)}</Badge>
              ),
          },
          { title: t("common.time"), width: "least", cell: (row) => <Time at={row.at} /> },
          {
            title: t("f.action_id"),
            cell: (row) => (
              <>
                <b>{actionTitle(row.action)}</b> <Badge tone="warn">{said("o", row.cap)}</Badge>
              </>
            ),
          },
          {
            title: t("nav.rules"),
            cell: (row) =>
              row.rule_id ? (
                <>
                  <a href={address(`/rules/${encodeURIComponent(row.rule_id)}`)}>{row.rule_name}</a>{" "}
                  <a href={address(`/held?rule_id=${encodeURIComponent(row.rule_id)}`)}>{t("held.only")}</a>
                </>
              ) : (
                said("o", row.engine ?? "")
              ),
          },
          {
            title: t("log.about"),
            cell: (row) => (
              <>
                <a href={address(`/item/${encodeURIComponent(row.item_id)}`)}>{row.entity_id}</a>{" "}
                <a class="faint" href={address(`/users/${encodeURIComponent(row.user_id)}`)}>
                  {row.user_id}
                </a>
              </>
            ),
          },
          {
            title: t("why.title"),
            width: "wide",
            cell: (row) => (
              <>
                <span lang="en">{row.why.map((each) => each.text).join("; ")}</span>
                {row.decided_by && (
                  <p class="hint">
                    {t("history.by", { who: row.decided_by })} <Time at={row.decided_at} /> {row.refused ?? row.reason}
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
      {asking && (
        <Confirm
          title={t(asking.verb === "release" ? "held.releaseTitle" : "held.dropTitle")}
          button={t(asking.verb === "release" ? "held.releaseTitle" : "held.dropTitle")}
          danger={asking.verb === "drop"}
          asksWhy="optional"
          close={() => setAsking(undefined)}
          act={settle}
        />
      )}
    </>
  );
}
