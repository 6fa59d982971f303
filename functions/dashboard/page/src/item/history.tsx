import type { LogEntry } from "../api/types";
import { Badge } from "../components/badge";
import { type Resource, Shown } from "../components/resource";
import { Text } from "../components/text";
import { Time } from "../components/time";
import { actionName } from "../decisions/kinds";
import { nameOf } from "../names";
import { capital, said, t } from "../words";

/** What an entry tells, of which kind or of which action of the app's. */
export function titleOf({ kind, type, custom }: LogEntry): string {
  const own = nameOf("actions", String(custom["action_id"] ?? ""));
  if (kind === "action" || kind === "review") return type === "custom" && own ? own : actionName(type);
  const what = type.replace(new RegExp(`^(${kind}|reports|complaints)_`), "");
  const parts = [own || said("o", kind), what.startsWith(kind) ? own && said("o", kind) : said("o", what)];
  return capital(parts.filter(Boolean).join(": "));
}

/** What the log says happened, the newest first. */
export function History({ of }: { of: Resource<{ entries: LogEntry[] }> }) {
  return (
    <section class="card stack" aria-label={t("history.title")}>
      <h2>{t("history.title")}</h2>
      <Shown of={of}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p class="faint">{t("history.none")}</p>
          ) : (
            <ol class="history">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <span class="row">
                    <Time at={entry.at} /> <b>{titleOf(entry)}</b>
                    <span class="faint">{t("history.by", { who: entry.by || t("history.gavel") })}</span>
                    {entry.result !== "done" && <Badge>{said("o", entry.result)}</Badge>}
                  </span>
                  {entry.reason && <Text text={entry.reason} />}
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </section>
  );
}
