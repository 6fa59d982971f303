import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Decision, Item } from "../api/types";
import { Select } from "../components/form";
import { Shown, useResource } from "../components/resource";
import { StatementView } from "../item/statement";
import { signal } from "../state";
import { t } from "../words";
import type { Choice } from "./bar";
import { actionName } from "./kinds";

/** It stays open from one item to the next. */
const looking = signal(false);
const RESTRICTS_NOBODY: ReadonlySet<string> = new Set([
  "mark_reviewed",
  "restore",
  "unblock",
  "unban",
  "reopen",
  "escalate",
  "de_escalate",
]);
/** What is typed is asked about when the typing rests. */
const REST = 400;

interface StatedProps {
  item: Item;
  choices: readonly Choice[];
  reason: string;
  bodyOf: (choice: Choice) => Decision;
}

/** Which statement of reasons a decision would make: asked of the code that makes it, and not kept. */
export function Stated({ item, choices, reason, bodyOf }: StatedProps) {
  const restricting = choices.filter((choice) => !RESTRICTS_NOBODY.has(choice.action));
  const [wanted, setWanted] = useState("");
  const choice =
    restricting.find((each) => each.title === wanted) ??
    restricting.find((each) => each.command === "remove") ??
    restricting[0];
  if (!choice) return null;
  return (
    <details open={looking.value} onToggle={(event) => (looking.value = event.currentTarget.open)}>
      <summary>{t("statement.preview")}</summary>
      {looking.value && (
        <div class="card stack">
          <Select
            label={t("statement.of")}
            value={choice.title}
            change={setWanted}
            options={restricting.map(({ title }) => ({ value: title, label: title }))}
          />
          <Preview key={`${item.id} ${choice.title}`} reason={reason} body={() => bodyOf(choice)} />
        </div>
      )}
    </details>
  );
}

function Preview({ reason, body }: { reason: string; body: () => Decision }) {
  const [rested, setRested] = useState(reason);
  useEffect(() => {
    const timer = setTimeout(() => setRested(reason), REST);
    return () => clearTimeout(timer);
  }, [reason]);
  const found = useResource(() => api.post("/api/v1/statements/preview", { body: body() }), [rested]);
  return (
    <Shown of={found}>
      {({ statements, undeclared, opted_out }) => (
        <>
          {statements.map((each) => (
            <StatementView key={each.id} of={each} />
          ))}
          {undeclared.length > 0 && (
            <p class="notice">{t("statement.undeclared", { what: undeclared.map(actionName).join(", ") })}</p>
          )}
          {opted_out.length > 0 && (
            <p class="hint">{t("statement.optedOut", { what: opted_out.map(actionName).join(", ") })}</p>
          )}
          {statements.length + undeclared.length + opted_out.length === 0 && <p class="faint">{t("statement.none")}</p>}
        </>
      )}
    </Shown>
  );
}
