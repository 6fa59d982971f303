import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Failure, request } from "../api/client";
import type { Item } from "../api/types";
import { Dialog } from "../components/dialog";
import { TextArea, useSending } from "../components/form";
import { Shown, useResource } from "../components/resource";
import { Text } from "../components/text";
import { Time } from "../components/time";
import { atLeast } from "../session";
import { t } from "../words";

interface Note {
  id: string;
  at: string;
  by: string;
  text: string;
}

/** The note's dialog is asked for, by a key or the button. */
export const writing = signal(false);

function notesOf(subject: string): string {
  return `/api/v1/${subject}/notes`;
}

let isKept = true;

/** Null where the server keeps no notes; it is asked once. */
async function readNotes(subject: string): Promise<Note[] | null> {
  if (!isKept) return null;
  try {
    return ((await request("get", notesOf(subject))) as { notes: Note[] }).notes;
  } catch (error) {
    if (error instanceof Failure && error.status === 404) isKept = false;
    if (!isKept) return null;
    throw error;
  }
}

export function Notes({ item }: { item: Item }) {
  return <NotesOf subject={`items/${encodeURIComponent(item.id)}`} />;
}

/** What moderators wrote for each other, of an item (`items/…`) or a user (`users/…`). */
export function NotesOf({ subject }: { subject: string }) {
  const notes = useResource(() => readNotes(subject), [subject]);
  if (notes.data === null) return null;
  return (
    <section class="card stack" aria-label={t("notes.title")}>
      <div class="row spread">
        <h2>{t("notes.title")}</h2>
        {atLeast("moderator") && (
          <button type="button" onClick={() => (writing.value = true)}>
            {t("notes.add")}
          </button>
        )}
      </div>
      <Shown of={notes}>
        {(found) =>
          (found ?? []).length === 0 ? (
            <p class="faint">{t("notes.none")}</p>
          ) : (
            <ul class="stack">
              {(found ?? []).map((note) => (
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

function Writing({ subject, close }: { subject: string; close: (written: boolean) => void }) {
  const [text, setText] = useState("");
  const sending = useSending(["text"]);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await sending.send(() => request("post", notesOf(subject), { body: { text } }))) close(true);
  };
  return (
    <Dialog title={t("notes.add")} close={() => close(false)}>
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
