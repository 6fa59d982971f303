import type { ActionType, Button, Item } from "../api/types";
import { Keys } from "../keys/help";
import type { Command } from "../keys/commands";
import { holds, isMe, may } from "../session";
import { t } from "../words";
import { actionName, removalOf } from "./kinds";

export interface Choice {
  action: ActionType;
  title: string;
  /** Of one of the app's own actions. */
  id?: string;
  command?: Command;
}

const TAKES_BACK: ReadonlySet<string> = new Set(["restore", "unblock", "unban", "reopen"]);

export type Secondary = "skip" | "flag" | "note";

/** What can be done to the item: the app's buttons, else Gavel's own; keys for the frequent ones. */
export function choicesFor(item: Item, own: Record<string, Button[]>, standard: Record<string, Button[]>): Choice[] {
  const type = item.entity_type;
  const buttons = own[type] ?? own["default"] ?? standard[type] ?? standard["default"] ?? [];
  const offered = [...buttons].sort((a, b) => a.order - b.order).filter((button) => isAllowed(button, item));
  const removal = removalOf(item, offered.map((button) => button.action));
  return offered.map((button) => {
    const id = idOf(button);
    const command = commandOf(button.action, removal);
    // Gavel's own buttons have no id, and are in the page's language.
    const title = (button.id && button.description) || actionName(button.action);
    return {
      action: button.action as ActionType,
      title,
      ...(id === undefined ? {} : { id }),
      ...(command ? { command } : {}),
    };
  });
}

/** What the member may do to it: what others decided only those take back who oversee. */
function isAllowed(button: Button, item: Item): boolean {
  if (!may(idOf(button) ?? button.action)) return false;
  if (holds("oversee")) return true;
  return button.action !== "delete_user" && (isMe(item.reviewed_by) || !TAKES_BACK.has(button.action));
}

function idOf(button: Button): string | undefined {
  return (button.custom as { id?: string } | undefined)?.id;
}

function commandOf(action: string, removal: string): Command | undefined {
  if (action === "mark_reviewed") return "keep";
  if (action === "ban") return "ban";
  if (action === "escalate") return "escalate";
  return action === removal ? "remove" : undefined;
}

interface BarProps {
  choices: readonly Choice[];
  choose: (choice: Choice) => void;
  offered: readonly Secondary[];
  secondary: (what: Secondary) => void;
  disabled: boolean;
}

const FIRST: readonly (Command | undefined)[] = ["keep", "remove", "ban"];

/** The deciding buttons stand first and stay in sight; the others follow. */
export function Bar({ choices, choose, offered, secondary, disabled }: BarProps) {
  const first = choices.filter((choice) => FIRST.includes(choice.command));
  const others = choices.filter((choice) => !FIRST.includes(choice.command));
  return (
    <div class="bar" role="group" aria-label={t("decide.title")}>
      {first.map((choice) => (
        <button
          key={choice.action}
          class={choice.command === "keep" ? "primary" : "danger"}
          disabled={disabled}
          onClick={() => choose(choice)}
        >
          {choice.title} {choice.command && <Keys command={choice.command} />}
        </button>
      ))}
      {offered.map((what) => (
        <button key={what} disabled={disabled && what !== "skip"} onClick={() => secondary(what)}>
          {what === "note" ? t("notes.title") : t(`side.${what}`)} <Keys command={what} />
        </button>
      ))}
      {others.map((choice) => (
        <button
          key={`${choice.action} ${choice.id ?? ""}`}
          disabled={disabled}
          onClick={() => choose(choice)}
        >
          {choice.title} {choice.command && <Keys command={choice.command} />}
        </button>
      ))}
    </div>
  );
}
