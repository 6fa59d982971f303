import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Item, SecondLook } from "../../api/types";
import { Badge } from "../../components/badge";
import { TextField, useSending } from "../../components/form";
import { Head } from "../../components/head";
import { listed, usePages } from "../../components/pages";
import { Parts } from "../../components/parts";
import { Empty, Loading, Problem } from "../../components/states";
import { say } from "../../components/toasts";
import { Content } from "../../item/content";
import { Keys } from "../../keys/help";
import { itemChanged, useKeys } from "../../keys/manager";
import { holds } from "../../session";
import { number, t } from "../../words";
import { Agreement } from "./agreement";

export function SecondLooksPage() {
  return (
    <>
      <Head title={t("nav.looks")} />
      <Parts
        label={t("nav.looks")}
        of={[
          ...(holds("decide") ? [{ id: "looks", title: t("looks.mine"), view: () => <Looks /> }] : []),
          ...(holds("oversee") ? [{ id: "agreement", title: t("looks.agreement"), view: () => <Agreement /> }] : []),
        ]}
      />
    </>
  );
}

/** One at a time, without anything that tells what was decided before. */
function Looks() {
  const pages = usePages<SecondLook>(listed("/api/v1/second_looks", "second_looks", { limit: 25 }), []);
  const [reason, setReason] = useState("");
  const sending = useSending(["reason"]);
  const look = pages.rows[0];
  const answer = async (verdict: "keep" | "act") => {
    if (!look || sending.busy) return;
    const body = { verdict, ...(reason ? { reason } : {}) };
    if (!(await sending.send(() => api.post("/api/v1/second_looks/{id}", { path: { id: look.id }, body })))) return;
    say(t("looks.thanks"));
    setReason("");
    itemChanged();
    if (pages.rows.length === 1 && pages.more) pages.more();
    pages.change((rows) => rows.slice(1));
  };
  useKeys({ refresh: pages.reload, keep: () => void answer("keep"), remove: () => void answer("act") });
  return (
    <>
      <p class="hint">{t("looks.what")}</p>
      {pages.error !== undefined && <Problem error={pages.error} retry={pages.reload} />}
      {look && (
        <article class="stack" aria-label={t("looks.one")}>
          <p class="row">
            <b>{t("looks.policy", { policy: look.policy })}</b>
            <span class="faint">{look.entity_type}</span>
            {look.languages.length > 0 && <span class="faint">{look.languages.join(", ")}</span>}
            {look.labels.map((label) => (
              <Badge key={label}>{label}</Badge>
            ))}
          </p>
          <Content key={look.id} item={shownOf(look)} />
          <TextField label={t("common.reason")} value={reason} change={setReason} maxLength={500} error={sending.wrong("reason")} />
          {sending.problem}
          <div class="bar">
            <button class="primary" disabled={sending.busy} onClick={() => void answer("keep")}>
              {t("looks.keep")} <Keys command="keep" />
            </button>
            <button class="danger" disabled={sending.busy} onClick={() => void answer("act")}>
              {t("looks.act")} <Keys command="remove" />
            </button>
            <span class="faint">{t("looks.left", { n: `${number(pages.rows.length)}${pages.more ? "+" : ""}` })}</span>
          </div>
        </article>
      )}
      {pages.loading && <Loading />}
      {!look && !pages.loading && pages.error === undefined && <Empty>{t("looks.none")}</Empty>}
    </>
  );
}

/** As an item's content, whose labels tell what is veiled. */
function shownOf(look: SecondLook) {
  const flags = [{ result: [{ provider_name: "", labels: look.labels }] }] as unknown as Item["flags"];
  return { entity_type: look.entity_type, moderation_payload: look.content, flags };
}
