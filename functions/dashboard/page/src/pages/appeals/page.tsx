import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { ActionType, Appeal } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Select, TextArea, useSending } from "../../components/form";
import { usePages } from "../../components/pages";
import { Empty, Loading, Problem } from "../../components/states";
import { Text } from "../../components/text";
import { Time } from "../../components/time";
import { say } from "../../components/toasts";
import { actionName } from "../../decisions/kinds";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { atLeast, isMe } from "../../session";
import { t } from "../../words";

type Status = "submitted" | "accepted" | "rejected";
const STATUSES: readonly Status[] = ["submitted", "accepted", "rejected"];

export default function AppealsPage() {
  const status = (STATUSES as readonly string[]).includes(parameter("status"))
    ? (parameter("status") as Status)
    : "submitted";
  const [present, setPresent] = useState(0);
  const pages = usePages<Appeal>(
    async (cursor) => {
      const answer = await api.post("/api/v2/moderation/appeals", {
        body: {
          filter: { status },
          sort: [{ field: "created_at", direction: status === "submitted" ? 1 : -1 }],
          limit: 25,
          ...(cursor ? { next: cursor } : {}),
        },
      });
      return { rows: answer.items as Appeal[], next: answer.next };
    },
    [status],
  );
  const move = (by: number) => {
    const next = Math.min(Math.max(present + by, 0), pages.rows.length - 1);
    setPresent(next);
    document.querySelectorAll<HTMLElement>(".appeal")[next]?.focus();
  };
  useKeys({ refresh: pages.reload, next: () => move(1), previous: () => move(-1) });
  return (
    <>
      <div class="page-head">
        <h1>{t("nav.appeals")}</h1>
        <Select<Status>
          label={t("appeals.status")}
          value={status}
          change={(value) => setQuery({ status: value })}
          options={STATUSES.map((value) => ({ value, label: t(`appeal.${value}`) }))}
        />
      </div>
      <div class="stack">
        {pages.rows.map((appeal) => (
          <OneAppeal
            key={appeal.id}
            appeal={appeal}
            decided={() => pages.change((rows) => rows.filter((row) => row.id !== appeal.id))}
          />
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

/** What takes the decision back that is appealed against. */
function overturning(appeal: Appeal): ActionType {
  const original = appeal.original_moderation_action?.type ?? "";
  if (original === "ban" || appeal.entity_type === "stream:user") return "unban";
  return original === "block" || original === "shadow_block" ? "unblock" : "restore";
}

function OneAppeal({ appeal, decided }: { appeal: Appeal; decided: () => void }) {
  const [answer, setAnswer] = useState("");
  const sending = useSending(["reject_appeal", "decision_reason"]);
  const original = appeal.original_moderation_action;
  const isOwn = isMe(original?.user_id);
  const isOpen = appeal.status === "submitted";
  const decide = async (accept: boolean) => {
    const action_type: ActionType = accept ? overturning(appeal) : "reject_appeal";
    const held = await sending.send(() =>
      api.post("/api/v2/moderation/submit_action", {
        body: {
          action_type,
          appeal_id: appeal.id,
          ...(accept
            ? { ...(answer ? { decision_reason: answer } : {}) }
            : { reject_appeal: { decision_reason: answer } }),
        },
      }),
    );
    if (held) {
      say(t("appeals.decided"));
      decided();
    }
  };
  return (
    <article class="card stack appeal" tabIndex={-1}>
      <div class="row spread">
        <span class="row">
          <a href={address(`/users/${encodeURIComponent(appeal.user.id)}`)}>{appeal.user.name || appeal.user.id}</a>
          <Badge tone={toneOf(appeal.status)}>{t(`appeal.${appeal.status}`)}</Badge>
          <Time at={appeal.created_at} />
        </span>
        {appeal.review_queue_item_id && (
          <a href={address(`/item/${appeal.review_queue_item_id}`)}>{t("item.title")}</a>
        )}
      </div>
      <div class="grid">
        <section>
          <h2>{t("appeals.reason")}</h2>
          <Text text={appeal.appeal_reason} />
          {(appeal.attachments ?? []).map((url) => (
            <code key={url}>{url}</code>
          ))}
        </section>
        <section>
          <h2>{t("content.texts")}</h2>
          {(appeal.entity_content?.texts ?? []).map((text, index) => (
            <Text key={index} text={String(text)} />
          ))}
        </section>
        <section>
          <h2>{t("appeals.original")}</h2>
          {original ? (
            <>
              <p class="row">
                <b>{actionName(original.type)}</b> {t("history.by", { who: original.user_id || t("history.gavel") })}
                <Time at={original.created_at} />
              </p>
              {original.reason && <Text text={original.reason} />}
            </>
          ) : (
            <p class="faint">–</p>
          )}
          {!isOpen && appeal.decision_reason && <Text text={appeal.decision_reason} />}
        </section>
      </div>
      {isOpen && isOwn && <p class="notice">{t("appeals.own")}</p>}
      {isOpen && !isOwn && atLeast("moderator") && (
        <form onSubmit={(event) => event.preventDefault()}>
          <TextArea
            label={t("appeals.why")}
            value={answer}
            change={setAnswer}
            rows={2}
            maxLength={2000}
            error={sending.wrong("reject_appeal") ?? sending.wrong("decision_reason")}
          />
          {sending.problem}
          <div class="row">
            <button disabled={sending.busy} onClick={() => void decide(true)}>
              {t("appeals.overturn")}
            </button>
            <button class="danger" disabled={sending.busy || !answer.trim()} onClick={() => void decide(false)}>
              {t("appeals.uphold")}
            </button>
          </div>
        </form>
      )}
    </article>
  );
}
