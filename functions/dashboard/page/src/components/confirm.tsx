import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { fresh } from "../api/client";
import { t } from "../words";
import { Dialog } from "./dialog";
import { Form, TextField, useSending } from "./form";

interface ConfirmProps {
  title: string;
  button: string;
  close: () => void;
  /** The id is the same each time that it is tried again. */
  act: (reason: string, id: string) => Promise<unknown>;
  children?: ComponentChildren;
  danger?: boolean;
  /** Why it is done is asked for, and goes along. */
  asksWhy?: "optional" | "required";
}

/** Asks once more before something is done that others notice. */
export function Confirm({ title, button, close, act, children, danger, asksWhy }: ConfirmProps) {
  const [reason, setReason] = useState("");
  const [id] = useState(fresh);
  const sending = useSending();
  return (
    <Dialog title={title} close={close}>
      <Form send={() => sending.send(() => act(reason, id)).then((done) => done && close())}>
        {children}
        {asksWhy && (
          <TextField
            label={t("common.reason")}
            value={reason}
            change={setReason}
            maxLength={500}
            required={asksWhy === "required"}
          />
        )}
        {sending.problem}
        <div class="row">
          <button type="submit" class={danger ? "danger" : "primary"} disabled={sending.busy}>
            {button}
          </button>
          <button onClick={close}>
            {t("common.cancel")}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
