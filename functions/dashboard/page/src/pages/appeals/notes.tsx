import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Form, TextField, useSending } from "../../components/form";
import { Text } from "../../components/text";
import { Time } from "../../components/time";
import { atLeast } from "../../session";
import { number, t } from "../../words";
import type { OneProps } from "./one";

/** What moderators say about it to each other: whoever appeals never sees it. */
export function AppealNotes({ appeal, changed }: OneProps) {
  const [text, setText] = useState("");
  const sending = useSending(["text"]);
  const add = async () => {
    const held = await sending.send(async () =>
      changed((await api.post("/api/v1/appeals/{id}/notes", { path: { id: appeal.id }, body: { text } })).appeal),
    );
    if (held) setText("");
  };
  return (
    <details open={appeal.notes.length > 0}>
      <summary>
        {t("notes.title")} ({number(appeal.notes.length)})
      </summary>
      <ul class="stack">
        {appeal.notes.map((note) => (
          <li key={note.at}>
            <span class="row">
              <b>{note.by}</b> <Time at={note.at} />
            </span>
            <Text text={note.text} />
          </li>
        ))}
      </ul>
      {atLeast("moderator") && (
        <Form send={add}>
          <TextField label={t("notes.text")} value={text} change={setText} maxLength={2000} error={sending.wrong("text")} />
          {sending.problem}
          <button type="submit" disabled={sending.busy || !text.trim()}>
            {t("keys.note")}
          </button>
        </Form>
      )}
    </details>
  );
}
