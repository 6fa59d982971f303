import { signal } from "../state";
import { useState } from "preact/hooks";
import { api } from "../api/client";
import type { Item, Note } from "../api/types";
import { Dialog } from "../components/dialog";
import { TextArea, useSending } from "../components/form";
import { Shown, useResource } from "../components/resource";
import { Text } from "../components/text";
import { Time } from "../components/time";
import { atLeast } from "../session";
import { t } from "../words";

/** The note's dialog is asked for, by a key or the button. */
export const writing = signal(false);

/** The item or the user that notes are about. */
export type Subject = { item_id: string } | { target_user_id: string };

export function Notes({ item }: { item: Item }) {
  return <NotesOf subject={{ item_id: item.id }} />;
}

/** What moderators wrote for each other. */
export function NotesOf({ subject }: { subject: Subject }) {
  const notes = useResource(() => api.get("/api/v1/notes", { query: { ...subject, limit: 50 } }), [subject]);
  return (
    <section class="card stack" aria-label={t("notes.title")}>
      <div class="row spread">
        <h2>{t("notes.title")}</h2>
        {atLeast("moderator") && (
          <button onClick={() => (writing.value = true)}>
            {t("keys.note")}
          </button>
        )}
      </div>
      <Shown of={notes}>
        {({ notes: found }) =>
          found.length === 0 ? (
            <p class="faint">{t("notes.none")}</p>
          ) : (
            <ul class="stack">
              {found.map((note: Note) => (
                <li key={note.id}>
                  <span class="row">
                    <b>{note.by}</b> <Time at={note.at} />
                  </span>
                  <Text text={note.text} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {writing.value && (
        <Writing
          subject={subject}
          close={(written) => {
            writing.value = false;
            if (written) notes.reload();
          }}
        />
      )}
    </section>
  );
}

function Writing({ subject, close }: { subject: Subject; close: (written: boolean) => void }) {
  const [text, setText] = useState("");
  const sending = useSending(["text"]);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await sending.send(() => api.post("/api/v1/notes", { body: { ...subject, text } }))) close(true);
  };
  return (
    <Dialog title={t("keys.note")} close={() => close(false)}>
      <form onSubmit={(event) => void submit(event)}>
        <TextArea label={t("notes.text")} value={text} change={setText} error={sending.wrong("text")} maxLength={2000} autofocus />
        {sending.problem}
        <button type="submit" class="primary" disabled={sending.busy || !text.trim()}>
          {t("common.save")}
        </button>
      </form>
    </Dialog>
  );
}
