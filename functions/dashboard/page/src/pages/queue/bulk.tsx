import { useRef, useState } from "preact/hooks";
import type { Decision, Item } from "../../api/types";
import { UndoBatch } from "../../components/batch";
import { Dialog } from "../../components/dialog";
import { Form, Select, TextField } from "../../components/form";
import { Line } from "../../components/text";
import { sayFailure } from "../../components/toasts";
import { type Choice, choicesFor } from "../../decisions/bar";
import { bodyOf, customOf } from "../../decisions/kinds";
import { holds } from "../../session";
import { number, t } from "../../words";
import { type Progress, runBatch } from "./batch";
import type { Buttons, QueueList } from "./list";
import type { Selection } from "./selection";

/** Above so many the count has to be typed. */
const TYPED = 20;
const MOST = 1_000;

interface BulkProps {
  list: QueueList;
  selection: Selection;
}

/** What several items have in common can be decided on all of them. */
export function Bulk({ list, selection }: BulkProps) {
  const [items, setItems] = useState<readonly Item[] | null>(null);
  if (!holds("oversee") || (selection.ids.size === 0 && !items)) return null;
  const matching = async () => {
    try {
      setItems(await list.all(MOST));
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <div class="card row bulk" role="region" aria-label={t("queue.selected", { n: selection.items.length })}>
      <b>{t("queue.selected", { n: selection.items.length })}</b>
      <button onClick={() => setItems(selection.items)} disabled={selection.items.length === 0}>
        {t("queue.bulk", { n: selection.items.length })}
      </button>
      <button onClick={selection.all}>
        {t("keys.selectPage")}
      </button>
      <button onClick={() => void matching()}>
        {t("queue.selectMatching")}
      </button>
      <button class="quiet" onClick={selection.clear}>
        {t("queue.clearSelection")}
      </button>
      {items && (
        <BulkDialog
          buttons={list.buttons.value}
          items={items}
          close={(done) => {
            setItems(null);
            list.putAway(done);
            if (done.length > 0) selection.clear();
          }}
        />
      )}
    </div>
  );
}

interface BulkDialogProps {
  buttons: Buttons;
  items: readonly Item[];
  /** What was chosen already. */
  chosen?: { title: string; on: (item: Item) => Decision } | undefined;
  close: (done: readonly string[]) => void;
}

function common({ own, standard }: Buttons, items: readonly Item[]): Choice[] {
  const sets = items.map((item) => choicesFor(item, own, standard));
  const [first = [], ...others] = sets;
  return first.filter(
    (choice) =>
      choice.action !== "escalate" &&
      others.every((set) => set.some((each) => each.action === choice.action && each.id === choice.id)),
  );
}

function decisionBy({ id, action }: Choice, reason: string) {
  return (item: Item) => (id === undefined ? bodyOf(action, item, reason) : customOf(id, item, reason));
}

export function BulkDialog({ buttons, items, chosen, close }: BulkDialogProps) {
  const choices = chosen ? [] : common(buttons, items);
  const [picked, setPicked] = useState("0");
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef(false);
  const choice = choices[Number(picked)];
  const decision = chosen ?? (choice && { title: choice.title, on: decisionBy(choice, reason) });
  const count = items.length;
  const needsCount = count > TYPED;
  const isReady = decision !== undefined && (!needsCount || typed.trim() === String(count));
  const run = async () => {
    if (decision) await runBatch(items, decision.on, setProgress, () => stop.current);
  };
  const isRunning = progress !== null && !progress.ended;
  return (
    <Dialog title={t("queue.bulk", { n: count })} close={() => close(progress?.done ?? [])} stays={isRunning}>
      {!progress && (
        <Form send={() => isReady && run()}>
          {!chosen && (
            <>
              <Select
                label={t("decide.title")}
                value={picked}
                change={setPicked}
                options={choices.map((each, index) => ({ value: String(index), label: each.title }))}
              />
              <TextField label={t("common.reason")} value={reason} change={setReason} maxLength={2000} />
            </>
          )}
          {needsCount && (
            <TextField label={t("queue.bulkType", { n: count })} value={typed} change={setTyped} inputMode="numeric" autocomplete="off" />
          )}
          <button type="submit" class="danger" disabled={!isReady}>
            {t("queue.bulkGo", { action: decision?.title ?? "", n: count })}
          </button>
        </Form>
      )}
      {progress && (
        <div class="stack" role="status">
          <progress max={count} value={progress.done.length + progress.failed.length} aria-label={t("queue.bulk", { n: count })} />
          <p>
            {t("queue.bulkProgress", {
              done: progress.done.length,
              n: count,
              failed: number(progress.failed.length),
            })}
          </p>
          <p class="hint">{t("queue.bulkBatch", { id: progress.batch })}</p>
          {progress.ended && progress.done.length > 0 && <UndoBatch id={progress.batch} />}
          {isRunning && (
            <button onClick={() => (stop.current = true)}>
              {t("queue.bulkStop")}
            </button>
          )}
          {progress.failed.length > 0 && (
            <>
              <h3>{t("queue.bulkFailed")}</h3>
              <ul class="stack">
                {progress.failed.map(({ item, why }) => (
                  <li key={item.id}>
                    <Line text={item.moderation_payload?.texts?.[0] ?? item.entity_id} />
                    <span class="problem"> {why}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
