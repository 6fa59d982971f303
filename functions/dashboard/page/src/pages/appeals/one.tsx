import { api } from "../../api/client";
import type { HandledAppeal } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Facts } from "../../components/facts";
import { Text } from "../../components/text";
import { Time } from "../../components/time";
import { actionName } from "../../decisions/kinds";
import { Content } from "../../item/content";
import { stateName } from "../../item/deliveries";
import { address } from "../../router";
import { atLeast, isMe } from "../../session";
import { said, t } from "../../words";
import { Answering } from "./answering";
import { Court } from "./court";
import { AppealNotes } from "./notes";

export interface OneProps {
  appeal: HandledAppeal;
  changed: (appeal: HandledAppeal) => void;
}

/** An appeal with all that its answer needs. */
export function OneAppeal({ appeal, changed }: OneProps) {
  const { original_moderation_action: original, reversal } = appeal;
  const isOpen = appeal.status === "submitted";
  const isOwn = isMe(appeal.first_by);
  const again = async () => changed((await api.get("/api/v1/appeals/{id}", { path: { id: appeal.id } })).appeal);
  return (
    <article class="card stack appeal" tabIndex={-1} aria-label={t("appeals.by", { who: appeal.user.name || appeal.user.id })}>
      <div class="row spread">
        <span class="row">
          <a href={address(`/users/${encodeURIComponent(appeal.user.id)}`)}>{appeal.user.name || appeal.user.id}</a>
          <Badge>{said("appeal", appeal.role)}</Badge>
          <Badge tone={toneOf(appeal.status)}>{said("appeal", appeal.status)}</Badge>
          {appeal.outcome && <Badge>{said("appeal", appeal.outcome)}</Badge>}
          {appeal.late && <Badge tone="warn">{t("appeals.late")}</Badge>}
          {appeal.unfounded && <Badge tone="warn">{t("appeals.unfounded")}</Badge>}
          <Time at={appeal.created_at} />
        </span>
        {appeal.review_queue_item_id && <a href={address(`/item/${appeal.review_queue_item_id}`)}>{t("item.title")}</a>}
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
          <h2>{t("appeals.original")}</h2>
          <Facts
            of={[
              [t("log.what"), original && <b>{actionName(original.type)}</b>],
              [t("appeals.first"), appeal.first_by || t("history.gavel")],
              [t("common.time"), original && <Time at={original.created_at} full />],
              [t("common.reason"), original?.reason && <Text text={original.reason} />],
              [t("appeals.told"), appeal.told_at && <Time at={appeal.told_at} full />],
              [t("appeals.handlers"), appeal.handlers.join(", ")],
              [t("appeals.answer"), !isOpen && appeal.decision_reason && <Text text={appeal.decision_reason} />],
              [
                t("appeals.reversal"),
                reversal && (
                  <>
                    <Badge tone={toneOf(reversal.state)}>{said("appeal", reversal.state)}</Badge>
                    {reversal.deliveries.map((each) => (
                      <p key={each.id} class="hint">
                        {actionName(each.action_id)}: {stateName(each.state)}
                      </p>
                    ))}
                  </>
                ),
              ],
            ]}
          />
        </section>
      </div>
      <Content item={{ entity_type: appeal.entity_type, entity_id: appeal.entity_id, moderation_payload: appeal.entity_content }} />
      <Court appeal={appeal} changed={changed} />
      <AppealNotes appeal={appeal} changed={changed} />
      {isOpen && isOwn && <p class="notice">{t("appeals.own")}</p>}
      {isOpen && !isOwn && atLeast("moderator") && <Answering appeal={appeal} decided={again} />}
    </article>
  );
}
