import { useState } from "preact/hooks";
import type { Decision, Item } from "../api/types";
import { say } from "../components/toasts";
import { writing } from "../item/notes";
import type { Command } from "../keys/commands";
import { type Handlers, useKeys } from "../keys/manager";
import { appSettings, type Reason } from "../wellness";
import { listed } from "../names";
import { atLeast, holds, may, seesAll } from "../session";
import { t } from "../words";
import { Bar, type Choice, type Secondary } from "./bar";
import { type Asked, BanDialog, type BanOptions, LONGEST, WhyDialog } from "./dialogs";
import { bodyOf, customOf } from "./kinds";
import { decide, refusals, reversing } from "./outbox";
import { Reasons } from "./reasons";
import { Stated } from "./stated";
import { isTogether, together } from "./together";

const KEEPING = new Set(["mark_reviewed", "restore", "unblock", "unban"]);

/** Whether the app wants a reason: the API refuses the decision otherwise. */
function isNeeded(action: string): boolean {
  const { act_needs_reason: act, keep_needs_reason: keep } = appSettings.value;
  return KEEPING.has(action) ? keep : act;
}

function reasonIn(body: Decision): string {
  return body.decision_reason || body.escalate?.reason || body.flag?.reason || "";
}

interface DeskProps {
  item: Item;
  choices: readonly Choice[];
  reasons: readonly Reason[];
  /** Somebody else has decided already. */
  isStale: boolean;
  decided: (item: Item) => void;
  /** Missing where there is no list to go on in. */
  skip?: (item: Item, why: string) => void;
}

/** Where an item is decided on, by buttons and keys. */
export function Desk({ item, choices, reasons, isStale, decided, skip }: DeskProps) {
  const [picked, setPicked] = useState<{ item: string; text: string }>({ item: "", text: "" });
  const [asked, setAsked] = useState<Asked | null>(null);
  const reason = picked.item === item.id ? picked.text : "";
  const refusal = refusals.value.get(item.id);
  const cannot = !atLeast("moderator") || isStale;
  const send = (body: Decision, title: string) => {
    if (isNeeded(body.action_type) && !reasonIn(body)) {
      say(t("decide.reasonNeeded"), { bad: true });
      return;
    }
    setAsked(null);
    if (isTogether(item, body)) {
      together.value = { item: item.id, body, title };
      return;
    }
    decide(item, body, title);
    decided(item);
  };
  const orderOf = ({ id, action }: Choice): Decision =>
    id === undefined
      ? bodyOf(action, item, reason, action === "ban" && !holds("oversee") ? { timeout: LONGEST } : {})
      : customOf(id, item, reason);
  const choose = (choice: Choice) => {
    if (cannot) return;
    const { id, action } = choice;
    if (id === undefined && (action === "ban" || action === "escalate")) setAsked({ what: action, item });
    else send(orderOf(choice), choice.title);
  };
  // A flag is of no item, and those who are held to some queues decide about items.
  const offered: readonly Secondary[] = [
    ...(skip ? (["skip"] as const) : []),
    ...(may("flag") && seesAll() ? (["flag"] as const) : []),
    "note",
  ];
  const secondary = (what: Secondary) => {
    if (!offered.includes(what)) return;
    if (what === "note") writing.value = true;
    else if (what === "skip" || !cannot) setAsked({ what, item });
  };
  const press = (command: Command) => {
    const choice = choices.find((each) => each.command === command);
    if (isStale) say(t("decide.staleOther"), { bad: true });
    else if (choice) choose(choice);
  };
  const keys: Handlers = {
    keep: () => press("keep"),
    remove: () => press("remove"),
    ban: () => press("ban"),
    escalate: () => press("escalate"),
    skip: () => secondary("skip"),
    flag: () => secondary("flag"),
    note: () => secondary("note"),
  };
  for (const [index, each] of reasons.entries()) {
    keys[`reason${index + 1}` as Command] = () =>
      setPicked({ item: item.id, text: reason === each.label ? "" : each.label });
  }
  useKeys(keys);
  return (
    <section class="desk" aria-label={t("decide.title")}>
      {refusal && (
        <p class="notice" role="alert">
          {refusal.text}
        </p>
      )}
      {atLeast("moderator") && (
        <>
          <Reasons reasons={reasons} picked={reason} pick={(text) => setPicked({ item: item.id, text })} />
          <Bar choices={choices} choose={choose} offered={offered} secondary={secondary} disabled={cannot} />
          <Stated item={item} choices={choices} reason={reason} bodyOf={orderOf} />
        </>
      )}
      {asked?.what === "ban" && (
        <BanDialog
          who={item.entity_creator?.name || item.entity_creator_id || item.entity_id}
          reason={reason}
          close={() => setAsked(null)}
          decide={(why, options: BanOptions) =>
            send(bodyOf("ban", item, why, options as Record<string, unknown>), t("decide.ban"))
          }
        />
      )}
      {asked?.what === "escalate" && (
        <WhyDialog
          title={t("decide.escalateTitle")}
          question={t("decide.escalateWhy")}
          close={() => setAsked(null)}
          done={(text) =>
            send(
              { action_type: "escalate", item_id: item.id, ...(text ? { escalate: { reason: text } } : {}) },
              t("decide.escalate"),
            )
          }
        />
      )}
      {asked?.what === "flag" && (
        <WhyDialog
          title={t("decide.flagTitle")}
          question={t("decide.flagWhy")}
          suggestions={reasons.map((each) => each.label)}
          needed
          close={() => setAsked(null)}
          done={(text) =>
            send(
              {
                action_type: "flag",
                flag: { entity_type: item.entity_type, entity_id: item.entity_id, reason: text },
              },
              t("side.flag"),
            )
          }
        />
      )}
      {asked?.what === "skip" && skip && (
        <WhyDialog
          title={t("decide.skipTitle")}
          question={t("decide.skipWhy")}
          suggestions={[
            t("decide.skipUnsure"),
            t("decide.skipLanguage"),
            t("decide.skipKnown"),
            t("decide.skipHard"),
          ]}
          close={() => setAsked(null)}
          done={(text) => {
            setAsked(null);
            skip(item, text);
          }}
        />
      )}
    </section>
  );
}

/** Which of the app's own actions undoes which, for undo after the pause. */
export async function learnReversing(): Promise<void> {
  const found = new Map<string, string>();
  for (const action of await listed("actions")) for (const other of action.reverses ?? []) found.set(other, action.id);
  reversing.value = found;
}
