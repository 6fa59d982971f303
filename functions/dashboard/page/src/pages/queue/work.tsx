import { useEffect, useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Item } from "../../api/types";
import { Empty, Loading, Problem } from "../../components/states";
import { say, sayFailure } from "../../components/toasts";
import { choicesFor } from "../../decisions/bar";
import { Desk, learnReversing } from "../../decisions/desk";
import { actionName } from "../../decisions/kinds";
import { undo } from "../../decisions/outbox";
import { appSettings, reasonsOf, wellness } from "../../wellness";
import { translate } from "../../item/translating";
import { detailsOf, forgetDetails } from "../../item/details";
import { Panel } from "../../item/panel";
import { muted, unveiled } from "../../item/veil";
import { Keys } from "../../keys/help";
import { itemChanged, useKeys } from "../../keys/manager";
import { go, setQuery } from "../../router";
import { isMe } from "../../session";
import { t } from "../../words";
import { Alike } from "./alike";
import { Bulk } from "./bulk";
import { useClaim } from "./claims";
import { useBreaks } from "./breaks";
import type { Elsewhere, QueueList } from "./list";
import { Rows } from "./rows";
import { useSelection } from "./selection";

const WATCH = 4_000;
const REFILL = 10_000;

/** Items left, the present one right. */
export function Work({ list, wanted }: { list: QueueList; wanted: string }) {
  const shown = list.shown.value;
  const found = shown.findIndex((item) => item.id === wanted);
  const [last, setLast] = useState(0);
  const index = found >= 0 ? found : Math.min(last, shown.length - 1);
  const item = shown[index];
  const elsewhere = item && list.elsewhere.value.get(item.id);
  const reasons = reasonsOf(appSettings.value);
  const [round, setRound] = useState(0);
  const [context, setContext] = useState(false);
  const [narrow, setNarrow] = useState(wanted !== "");
  const selection = useSelection(shown);
  useBreaks();
  useClaim(item, elsewhere !== undefined);
  useEffect(() => void learnReversing().catch(() => undefined), []);

  const show = (at: number) => {
    const next = shown[at];
    if (!next) return;
    setLast(at);
    setQuery({ item: next.id });
  };

  useEffect(() => {
    itemChanged();
    unveiled.value = false;
    if (index >= 0) setLast(index);
    list.ahead(index);
    const next = shown[index + 1];
    const timer = setTimeout(() => next && detailsOf(next), 120);
    return () => clearTimeout(timer);
  }, [item?.id]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      list.watch(index).catch(() => undefined);
    }, WATCH);
    return () => clearInterval(timer);
  }, [list, index]);

  const isEmpty = shown.length === 0 && !list.loading.value;
  useEffect(() => {
    if (!isEmpty) return undefined;
    const timer = setInterval(() => void list.load(), REFILL);
    return () => clearInterval(timer);
  }, [isEmpty, list]);

  useKeys(
    {
      next: () => show(index + 1),
      previous: () => show(index - 1),
      open: () => item && go(`/item/${item.id}`),
      context: () => setContext(!context),
      refresh: () => {
        if (item) forgetDetails(item);
        setRound(round + 1);
        void list.load().then(() => say(t("queue.refreshed")));
      },
      undo: () => {
        void undo().then((back) => {
          if (!back) return;
          list.bringBack(back.id);
          setQuery({ item: back.id });
        });
      },
      unveil: () => (unveiled.value = true),
      translate: () => item && translate(item),
      mute: () => (muted.value = !(muted.value ?? wellness.value.mute)),
      close: () => selection.clear(),
      select: () => selection.toggle(index),
      selectRange: () => selection.range(index),
      selectPage: () => selection.all(),
    },
    { unveil: () => (unveiled.value = false) },
  );

  const moveOn = (done: Item) => {
    const at = shown.findIndex((each) => each.id === done.id);
    const following = shown.filter((each, place) => place > at && !list.elsewhere.value.has(each.id));
    const next = following[0] ?? shown[at - 1];
    setLast(Math.max(0, at));
    setQuery({ item: next?.id ?? "" });
  };

  const skip = (skipped: Item, why: string) => {
    list.putAway([skipped.id]);
    moveOn(skipped);
    const body = { item_id: skipped.id, ...(why ? { reason: why } : {}) };
    api.post("/api/v1/skips", { body }).catch((error: unknown) => {
      list.bringBack(skipped.id);
      sayFailure(error);
    });
  };

  if (list.error.value !== undefined && shown.length === 0) {
    return <Problem error={list.error.value} retry={() => void list.load()} />;
  }
  if (list.loading.value && shown.length === 0) return <Loading />;
  if (!item) {
    return (
      <Empty>
        <p>{t("queue.empty")}</p>
        <p class="hint">{t("queue.emptyHint")}</p>
      </Empty>
    );
  }
  const { own, standard } = list.buttons.value;
  return (
    <>
      <Bulk list={list} selection={selection} />
      <div class="queue" data-open={narrow ? "item" : "list"}>
        <Rows
          list={list}
          index={index}
          selection={selection}
          pick={(at) => {
            setNarrow(true);
            show(at);
          }}
        />
        <article class="present" aria-label={t("nav.item")}>
          <button class="back" onClick={() => setNarrow(false)}>
            ← {t("queue.backToList")}
          </button>
          {elsewhere && (
            <p class="notice" role="status">
              {told(elsewhere)}
            </p>
          )}
          {item.assigned_to && !isMe(item.assigned_to.id) && !elsewhere && (
            <p class="notice">{t("queue.heldBy", { who: item.assigned_to.name || item.assigned_to.id })}</p>
          )}
          <div class={elsewhere ? "stale" : undefined}>
            <Panel key={`${item.id} ${round}`} item={item} context={context}>
              <Desk
                item={item}
                choices={choicesFor(item, own, standard)}
                reasons={reasons}
                isStale={elsewhere !== undefined}
                decided={(done) => {
                  forgetDetails(done);
                  moveOn(done);
                }}
                skip={skip}
              />
              <Alike
                item={item}
                buttons={list.buttons.value}
                decided={(ids) => {
                  list.putAway(ids);
                  if (ids.includes(item.id)) moveOn(item);
                }}
              />
            </Panel>
          </div>
          <p class="hint">
            <Keys command="next" /> {t("keys.next")} · <Keys command="context" /> {t("keys.context")} ·{" "}
            <Keys command="help" /> {t("keys.help")}
          </p>
        </article>
      </div>
    </>
  );
}

function told({ who, what }: Elsewhere): string {
  const words = { who, what: what ? actionName(what) : "–" };
  return who ? t("queue.elsewhere", words) : t("queue.elsewhereUnknown", words);
}
