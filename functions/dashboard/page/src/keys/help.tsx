import { Dialog } from "../components/dialog";
import { preferences } from "../preferences";
import { t, type WordKey } from "../words";
import { about, type Command, offered } from "./commands";
import { bindings } from "./manager";

const GROUPS = ["move", "decide", "look", "go"] as const;
const SHOWN: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

export function keyText(binding: string): string {
  return SHOWN[binding] ?? binding.replace("Shift+", "⇧ ");
}

/** The keys of a command, as buttons and the help show them. */
export function Keys({ command }: { command: Command }) {
  return (
    <span class="keys">
      {bindings.value[command].map((binding) => (
        <kbd key={binding}>{keyText(binding)}</kbd>
      ))}
    </span>
  );
}

interface Row {
  title: WordKey;
  commands: Command[];
}

function rows(group: (typeof GROUPS)[number]): Row[] {
  const found: Row[] = [];
  for (const command of offered()) {
    const { title, group: own } = about(command);
    if (own !== group) continue;
    const row = found.find((each) => each.title === title);
    if (row) row.commands.push(command);
    else found.push({ title, commands: [command] });
  }
  return found;
}

export function Help({ close }: { close: () => void }) {
  return (
    <Dialog title={t("keys.title")} close={close}>
      <p class="hint">{preferences.value.keys.on ? t("keys.inert") : t("keys.off")}</p>
      <div class="help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keyGroup.${group}`)}</h3>
            <dl>
              {rows(group).map((row) => (
                <div key={row.title}>
                  <dt>{t(row.title)}</dt>
                  <dd>
                    {row.commands.map((command) => (
                      <Keys key={command} command={command} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
