import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import { address } from "../router";
import { holds, isFree } from "../session";
import { t } from "../words";
import { Dialog } from "./dialog";
import { Form, TextField, useSending } from "./form";
import { Shown, useResource } from "./resource";

interface Started {
  task_id: string;
  batch_id: string;
}

/** What the task has come to. */
interface Told {
  undone?: Record<string, number>;
  not_undone?: Record<string, number>;
  examples?: { id: string; item_id: string; reason: string }[];
  reports?: number;
  items?: number;
  left_queue?: number;
}

interface JobProps {
  title: string;
  start: (body: object) => Promise<Started>;
  told: (result: Told) => string;
  done?: ((batch: string) => ComponentChildren) | undefined;
}

/** What is done to many in the background: it asks once more, and says how far it has come. */
function Job({ title, start, told, done }: JobProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [started, setStarted] = useState<Started>();
  const sending = useSending();
  const close = () => {
    setAsking(false);
    setStarted(undefined);
  };
  return (
    <>
      <button class="danger" onClick={() => setAsking(true)}>
        {title}
      </button>
      {asking && (
        <Dialog title={title} close={close}>
          {started ? (
            <Going started={started} told={told} done={done} />
          ) : (
            <Form send={() => sending.send(async () => setStarted(await start(reason ? { reason } : {})))}>
              <TextField label={t("common.reason")} value={reason} change={setReason} maxLength={255} />
              {sending.problem}
              <button type="submit" class="danger" disabled={sending.busy}>
                {title}
              </button>
            </Form>
          )}
        </Dialog>
      )}
    </>
  );
}

function Going({ started, told, done }: Pick<JobProps, "told" | "done"> & { started: Started }) {
  const id = started.task_id;
  const task = useResource(() => api.get("/api/v2/tasks/{id}", { path: { id } }), [id]);
  const { reload } = task;
  const going = task.data && !["completed", "failed"].includes(task.data.status);
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(reload, 1_000);
    return () => clearInterval(timer);
  }, [going, reload]);
  return (
    <Shown of={task}>
      {({ result, error }) => {
        const found = (result ?? {}) as Told;
        return (
          <div class="stack" role="status">
            {going && <progress aria-label={told(found)} />}
            <p>{told(found)}</p>
            <p class="hint">{t("queue.bulkBatch", { id: started.batch_id })}</p>
            {error && <p class="problem">{error.description}</p>}
            {found.examples?.map((each) => (
              <p key={each.id} class="hint">
                <a href={address(`/item/${encodeURIComponent(each.item_id)}`)}>{each.item_id}</a>: {each.reason}
              </p>
            ))}
            {!going && done?.(started.batch_id)}
          </div>
        );
      }}
    </Shown>
  );
}

function sum(counts: Record<string, number> = {}): number {
  return Object.values(counts).reduce((all, each) => all + each, 0);
}

export function UndoBatch({ id }: { id: string }) {
  if (!holds("oversee") || !isFree()) return null;
  return (
    <Job
      title={t("batch.undo")}
      start={(body) => api.post("/api/v1/batches/{id}/undo", { path: { id }, body })}
      told={({ undone, not_undone }) => t("batch.undone", { n: sum(undone), left: sum(not_undone) })}
    />
  );
}

export function DropReports({ id }: { id: string }) {
  if (!holds("oversee") || !isFree()) return null;
  return (
    <Job
      title={t("batch.drop")}
      start={(body) => api.post("/api/v1/reporters/{id}/drop_reports", { path: { id }, body })}
      told={({ reports = 0, left_queue = 0 }) => t("batch.dropped", { n: reports, left: left_queue })}
      done={(batch) => <UndoBatch id={batch} />}
    />
  );
}
