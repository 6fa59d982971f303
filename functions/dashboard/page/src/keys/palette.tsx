import { useId, useState } from "preact/hooks";
import { api } from "../api/client";
import type { SavedQueue } from "../api/types";
import { Dialog } from "../components/dialog";
import { useResource } from "../components/resource";
import { VIEWS } from "../pages/queue/views";
import { isOpen, ROUTES } from "../pages/routes";
import { go } from "../router";
import { t } from "../words";
import { about, type Command } from "./commands";
import { Keys } from "./help";
import { doable, run } from "./manager";

const MOST = 12;

interface Entry {
  title: string;
  kind: string;
  command?: Command;
  act: () => void;
}

/** What can be done here first, then where one can go. */
function entriesOf(saved: readonly SavedQueue[], commands: readonly Command[]): Entry[] {
  const own = commands.filter((command) => !about(command).to && command !== "palette");
  const views = [
    ...Object.entries(VIEWS).map(([id, { title }]) => ({ id, name: t(title) })),
    ...saved.map(({ id, name }) => ({ id, name })),
  ];
  return [
    ...own.map((command) => ({ title: t(about(command).title), kind: "", command, act: () => run(command) })),
    ...ROUTES.filter((route) => route.group && isOpen(route)).map((route) => ({
      title: t(route.title),
      kind: t("nav.main"),
      act: () => go(route.to ?? route.path),
    })),
    ...views.map(({ id, name }) => ({ title: name, kind: t("queue.views"), act: () => go(`/queue/${id}`) })),
  ];
}

function matching(entries: readonly Entry[], text: string): Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ title, kind }) => words.every((word) => `${title} ${kind}`.toLowerCase().includes(word)));
  const id = text.trim();
  const user = { title: id, kind: t("nav.user"), act: () => go(`/users/${encodeURIComponent(id)}`) };
  return [...found.slice(0, MOST), ...(id ? [user] : [])];
}

/** Everything that can be done or opened from here, found by typing. */
export function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState("");
  const [picked, setPicked] = useState(0);
  const saved = useResource(() => api.get("/api/v2/moderation/queues"), []);
  const [own] = useState(doable);
  const id = useId();
  const found = matching(entriesOf(saved.data?.queues ?? [], own), text);
  const at = Math.min(picked, found.length - 1);
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    close();
    // Once the dialog is gone and has given the focus back.
    setTimeout(entry.act);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (by === undefined && event.key !== "Enter")) return;
    event.preventDefault();
    if (by === undefined) choose(found[at]);
    else setPicked((at + by + found.length) % found.length);
  };
  return (
    <Dialog title={t("keys.palette")} close={close}>
      <input
        role="combobox"
        aria-label={t("keys.palette")}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        autofocus
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setPicked(0);
        }}
        onKeyDown={press}
      />
      <ul id={id} role="listbox" aria-label={t("keys.palette")} class="palette">
        {found.map((entry, index) => (
          <li
            key={`${entry.kind} ${entry.title} ${entry.command ?? ""}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={index === at ? (element) => element?.scrollIntoView({ block: "nearest" }) : null}
            onClick={() => choose(entry)}
          >
            <span class="line" dir="auto">
              {entry.title}
            </span>{" "}
            {entry.command ? <Keys command={entry.command} /> : <span class="faint">{entry.kind}</span>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
