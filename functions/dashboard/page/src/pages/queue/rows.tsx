import { useEffect, useRef } from "preact/hooks";
import type { Item } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Problem } from "../../components/states";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { actionName } from "../../decisions/kinds";
import { refusals } from "../../decisions/outbox";
import { isMe } from "../../session";
import { t } from "../../words";
import type { QueueList } from "./list";
import type { Selection } from "./selection";

interface RowsProps {
  list: QueueList;
  index: number;
  selection: Selection;
  pick: (index: number) => void;
}

/** One line an item; what is not in sight costs no layout, so the list may be long. */
export function Rows({ list, index, selection, pick }: RowsProps) {
  const shown = list.shown.value;
  const present = useRef<HTMLLIElement>(null);
  useEffect(() => present.current?.scrollIntoView({ block: "nearest" }), [shown[index]?.id]);
  return (
    <div class="rows">
      <ol aria-label={t("queue.list")}>
        {shown.map((item, at) => (
          <li
            key={item.id}
            ref={at === index ? present : null}
            class="item-row"
            data-present={at === index}
            data-stale={list.elsewhere.value.has(item.id)}
          >
            <label>
              <input
                type="checkbox"
                aria-label={`${t("queue.selectItem")} ${at + 1}`}
                checked={selection.ids.has(item.id)}
                onClick={(event) => {
                  if (event.shiftKey) selection.range(at);
                  else selection.toggle(at);
                }}
              />
            </label>
            <button type="button" aria-current={at === index ? "true" : undefined} onClick={() => pick(at)}>
              <Summary item={item} elsewhere={list.elsewhere.value.get(item.id)?.what} />
            </button>
          </li>
        ))}
      </ol>
      {list.error.value !== undefined && <Problem error={list.error.value} retry={() => void list.more()} />}
      {list.hasMore && (
        <button type="button" class="more" disabled={list.loading.value} onClick={() => void list.more()}>
          {t(list.loading.value ? "common.loading" : "common.more")}
        </button>
      )}
    </div>
  );
}

function Summary({ item, elsewhere }: { item: Item; elsewhere: string | undefined }) {
  const labels = [...new Set((item.flags ?? []).flatMap((flag) => flag.labels ?? []))];
  const payload = item.moderation_payload ?? {};
  const media = (payload.images?.length ?? 0) + (payload.videos?.length ?? 0) + (payload.audios?.length ?? 0);
  const holder = item.assigned_to && !isMe(item.assigned_to.id) ? item.assigned_to : undefined;
  return (
    <>
      <Line text={String(payload.texts?.[0] ?? (media > 0 ? `${t("content.media")} ${media}` : item.entity_id))} />
      <span class="row">
        <Badge tone={toneOf(item.recommended_action)}>{item.recommended_action || "–"}</Badge>
        <span class="line labels">{labels.slice(0, 3).join(", ")}</span>
        <Time at={item.created_at} />
      </span>
      {(elsewhere !== undefined || holder || refusals.value.has(item.id)) && (
        <span class="row">
          {elsewhere !== undefined && <Badge>{actionName(elsewhere)}</Badge>}
          {holder && <Badge tone="info">{t("queue.heldShort", { who: holder.name || holder.id })}</Badge>}
          {refusals.value.has(item.id) && <Badge tone="bad">!</Badge>}
        </span>
      )}
    </>
  );
}
