import { useState } from "preact/hooks";
import type { Item } from "../api/types";
import { Dialog } from "../components/dialog";
import { Checkbox, TextArea, TextField } from "../components/form";
import { isField } from "../keys/manager";
import { holds } from "../session";
import { t } from "../words";

/** Longer, in minutes, is for those who oversee. */
export const LONGEST = 43_200;
const MINUTES = [60, 1_440, 10_080, LONGEST, null] as const;
const LENGTHS = ["decide.banHour", "decide.banDay", "decide.banWeek", "decide.banMonth", "decide.banForever"] as const;

export interface BanOptions {
  timeout?: number;
  shadow?: boolean;
  delete_messages?: "soft";
}

function isAllowed(index: number): boolean {
  return MINUTES[index] !== null || holds("oversee");
}

interface BanProps {
  who: string;
  reason: string;
  close: () => void;
  decide: (reason: string, options: BanOptions) => void;
}

/** A ban by two keys: the dialog's, and 1 to 5 for how long. */
export function BanDialog({ who, reason: given, close, decide }: BanProps) {
  const [reason, setReason] = useState(given);
  const [shadow, setShadow] = useState(false);
  const [messages, setMessages] = useState(false);
  const choose = (index: number) => {
    const timeout = MINUTES[index];
    if (timeout === undefined || !isAllowed(index)) return;
    decide(reason, {
      ...(timeout === null ? {} : { timeout }),
      ...(shadow ? { shadow } : {}),
      ...(messages ? { delete_messages: "soft" as const } : {}),
    });
  };
  return (
    <Dialog title={t("decide.banTitle", { who })} close={close}>
      <div
        class="stack"
        onKeyDown={(event) => {
          if (!isField(event.target) && !event.repeat && /^[1-5]$/.test(event.key)) choose(Number(event.key) - 1);
        }}
      >
        <p id="how-long">{t("decide.banHow")}</p>
        <div class="row" role="group" aria-labelledby="how-long">
          {LENGTHS.map((length, index) => (
            <button key={length} autofocus={index === 0} class="danger" disabled={!isAllowed(index)} onClick={() => choose(index)}>
              {t(length)} <kbd>{index + 1}</kbd>
            </button>
          ))}
        </div>
        <TextField label={t("common.reason")} value={reason} change={setReason} maxLength={2000} />
        <Checkbox label={t("decide.banShadow")} checked={shadow} change={setShadow} />
        <Checkbox label={t("decide.banDelete")} checked={messages} change={setMessages} />
      </div>
    </Dialog>
  );
}

interface WhyProps {
  title: string;
  question: string;
  suggestions?: readonly string[];
  needed?: boolean;
  close: () => void;
  done: (text: string) => void;
}

/** One question with a free answer, some of them on keys. */
export function WhyDialog({ title, question, suggestions = [], needed = false, close, done }: WhyProps) {
  const [text, setText] = useState("");
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done(text.trim());
        }}
        onKeyDown={(event) => {
          const answer = suggestions[Number(event.key) - 1];
          if (!isField(event.target) && !event.repeat && answer !== undefined) done(answer);
        }}
      >
        {suggestions.length > 0 && (
          <div class="row" role="group" aria-label={question}>
            {suggestions.map((suggestion, index) => (
              <button key={suggestion} autofocus={index === 0} onClick={() => done(suggestion)}>
                {suggestion} <kbd>{index + 1}</kbd>
              </button>
            ))}
          </div>
        )}
        <TextArea label={question} value={text} change={setText} rows={3} maxLength={255} autofocus={suggestions.length === 0} />
        <button type="submit" class="primary" disabled={needed && !text.trim()}>
          {title}
        </button>
      </form>
    </Dialog>
  );
}

export type Asked = { what: "ban" | "skip" | "escalate" | "flag"; item: Item };
