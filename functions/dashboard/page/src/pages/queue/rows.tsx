import { useCallback, useEffect, useRef } from "preact/hooks";
import type { Item } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { Problem } from "../../components/states";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { actionName } from "../../decisions/kinds";
import { refusals } from "../../decisions/outbox";
import { holds, isMe } from "../../session";
import { said, t } from "../../words";
import type { QueueList } from "./list";
import type { Selection } from "./selection";
import { ROW, showRow, useWindow } from "./window";

interface RowsProps {
  list: QueueList;
  index: number;
  selection: Selection;
  pick: (index: number) => void;
}

/** One row an item. Only those in sight are drawn, so the list may be as long as it likes. */
export function Rows({ list, index, selection, pick }: RowsProps) {
  const shown = list.shown.value;
  const rows = useRef<HTMLDivElement>(null);
  const more = useCallback(() => void list.more(), [list]);
  const { from, to } = useWindow(rows, shown.length, more);
  useEffect(() => {
    if (rows.current) showRow(rows.current, index);
  }, [shown[index]?.id]);
  return (
    <div class="rows" ref={rows}>
      <ol aria-label={t("queue.list")} style={{ paddingTop: `${from * ROW}px`, paddingBottom: `${(shown.length - to) * ROW}px` }}>
        {shown.slice(from, to).map((item, place) => {
          const at = from + place;
          return (
            <li
              key={item.id}
              class="item-row"
              aria-setsize={list.hasMore ? -1 : shown.length}
              aria-posinset={at + 1}
              data-present={at === index}
              data-stale={list.elsewhere.value.has(item.id)}
            >
              {holds("oversee") && (
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
              )}
              <button aria-current={at === index ? "true" : undefined} onClick={() => pick(at)}>
                <Summary item={item} elsewhere={list.elsewhere.value.get(item.id)?.what} />
              </button>
            </li>
          );
        })}
      </ol>
      {list.error.value !== undefined && <Problem error={list.error.value} retry={() => void list.more()} />}
      {list.hasMore && (
        <button class="more" disabled={list.loading.value} onClick={() => void list.more()}>
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
        <Badge tone={toneOf(item.recommended_action)}>{said("o", item.recommended_action || "–")}</Badge>
        {elsewhere !== undefined && <Badge>{actionName(elsewhere)}</Badge>}
        {holder && <Badge tone="info">{t("queue.heldShort", { who: holder.name || holder.id })}</Badge>}
        {refusals.value.has(item.id) && <Badge tone="bad">!</Badge>}
        <span class="line labels">{labels.slice(0, 3).join(", ")}</span>
        <Time at={item.created_at} />
      </span>
    </>
  );
}
