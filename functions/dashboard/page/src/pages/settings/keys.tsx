import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../components/dialog";
import { about, COMMANDS, type Command, offered } from "../../keys/commands";
import { Keys, keyText } from "../../keys/help";
import { bindings, nameOf } from "../../keys/manager";
import { type Preferences, preferences } from "../../preferences";
import { t } from "../../words";

type Own = Preferences["keys"]["own"];

/** Whose key it is already, if any. */
function ownerOf(key: string, command: Command): Command | undefined {
  return (Object.keys(COMMANDS) as Command[]).find(
    (each) => each !== command && bindings.value[each].includes(key),
  );
}

export function KeyTable({ change }: { change: (own: Own) => void }) {
  const [asked, setAsked] = useState<Command | null>(null);
  const own = preferences.value.keys.own;
  return (
    <>
      <ul class="key-table">
        {offered().map((command) => (
          <li key={command}>
            <span>
              {t(about(command).title)}
              {command.startsWith("reason") && ` ${command.slice(6)}`}
            </span>
            <Keys command={command} />
            <button
              class="quiet"
              onClick={() => setAsked(command)}
              aria-label={`${t("settings.change")}: ${t(about(command).title)}`}
            >
              {t("settings.change")}
            </button>
          </li>
        ))}
      </ul>
      {Object.keys(own).length > 0 && (
        <button onClick={() => change({})}>
          {t("settings.reset")}
        </button>
      )}
      {asked && (
        <Asking
          command={asked}
          close={() => setAsked(null)}
          take={(key) => {
            change({ ...own, [asked]: [key] });
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

interface AskingProps {
  command: Command;
  close: () => void;
  take: (key: string) => void;
}

function Asking({ command, close, take }: AskingProps) {
  const [taken, setTaken] = useState("");
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = nameOf(event);
      if (!key || key === "Escape" || key === "Enter" || key === " ") return;
      event.preventDefault();
      const owner = ownerOf(key, command);
      if (owner) setTaken(t("settings.taken", { key: keyText(key), command: t(about(owner).title) }));
      else take(key);
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [command, take]);
  return (
    <Dialog title={t(about(command).title)} close={close}>
      <p>{t("settings.press")}</p>
      {taken && (
        <p class="wrong" role="alert">
          {taken}
        </p>
      )}
    </Dialog>
  );
}
