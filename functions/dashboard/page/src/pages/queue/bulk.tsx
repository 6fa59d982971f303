import { useRef, useState } from "preact/hooks";
import type { Item } from "../../api/types";
import { Dialog } from "../../components/dialog";
import { Form, Select, TextField } from "../../components/form";
import { Line } from "../../components/text";
import { sayFailure } from "../../components/toasts";
import { type Choice, choicesFor } from "../../decisions/bar";
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
        {t("queue.selectPage")}
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

export function BulkDialog({ buttons, items, close }: BulkDialogProps) {
  const choices = common(buttons, items);
  const [picked, setPicked] = useState("0");
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef(false);
  const choice = choices[Number(picked)];
  const count = items.length;
  const needsCount = count > TYPED;
  const isReady = choice !== undefined && (!needsCount || typed.trim() === String(count));
  const run = async () => {
    if (!choice) return;
    await runBatch(items, choice, reason, setProgress, () => stop.current);
  };
  const isRunning = progress !== null && !progress.ended;
  return (
    <Dialog title={t("queue.bulk", { n: count })} close={() => close(progress?.done ?? [])} stays={isRunning}>
      {!progress && (
        <Form send={() => isReady && run()}>
          <Select
            label={t("decide.title")}
            value={picked}
            change={setPicked}
            options={choices.map((each, index) => ({ value: String(index), label: each.title }))}
          />
          <TextField label={t("common.reason")} value={reason} change={setReason} maxLength={2000} />
          {needsCount && (
            <TextField label={t("queue.bulkType", { n: count })} value={typed} change={setTyped} inputMode="numeric" autocomplete="off" />
          )}
          <button type="submit" class="danger" disabled={!isReady}>
            {t("queue.bulkGo", { action: choice?.title ?? "", n: count })}
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
