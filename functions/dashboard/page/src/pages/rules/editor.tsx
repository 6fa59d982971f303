import { useState } from "preact/hooks";
import { Fields, Group, type Shape } from "../../components/fields";
import { Select, TextField } from "../../components/form";
import { actionTitle } from "../../decisions/kinds";
import { said, t } from "../../words";
import type { Known } from "./conditions";
import { type Action, type Call, SCOPES, type Warning, type Written } from "./rule";
import { ConditionTree } from "./tree";

interface EditorProps {
  rule: Written;
  change: (rule: Written) => void;
  known: Known & { actions: Action[] };
  wrong: (field: string) => string | undefined;
}

export function Editor({ rule, change, known, wrong }: EditorProps) {
  const set = (changes: Partial<Written>) => change({ ...rule, ...changes });
  return (
    <div class="stack">
      <div class="pair">
        <TextField
          label={t("f.name")}
          value={rule.name}
          change={(name) => set({ name })}
          error={wrong("name")}
          required
          maxLength={255}
        />
        <Select
          label={t("rules.scope")}
          value={rule.scope}
          options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          change={(scope) => set({ scope })}
          error={wrong("scope")}
        />
      </div>
      <Group title={t("rules.when")}>
        <ConditionTree
          node={rule.when}
          change={(when) => set({ when })}
          scope={rule.scope}
          known={known}
          path="when"
          wrong={wrong}
        />
      </Group>
      <Group title={t("rules.then")}>
        <Calls calls={rule.actions} known={known.actions} change={(actions) => set({ actions })} />
        {wrong("actions") && <p class="wrong">{wrong("actions")}</p>}
      </Group>
      <details>
        <summary>{t("rules.limits")}</summary>
        <Limits rule={rule} set={set} known={known} wrong={wrong} />
      </details>
    </div>
  );
}

const KINDS_OF_VALUES = { integer: "number", number: "number", boolean: "flag", string: "text" } as const;

function Calls({ calls, known, change }: { calls: Call[]; known: Action[]; change: (calls: Call[]) => void }) {
  const [adding, setAdding] = useState("");
  const left = ["flag_for_review", ...known.map((each) => each.id)].filter(
    (id) => !calls.some((call) => call.action === id),
  );
  const put = (at: number, next: Call | undefined) =>
    change(calls.flatMap((each, index) => (index === at ? (next ?? []) : each)));
  return (
    <>
      <ol class="calls">
        {calls.map((call, index) => (
          <li key={call.action} class="stack">
            <div class="row spread">
              <b>
                {index + 1}. {actionTitle(call.action)}
              </b>
              <button class="danger" onClick={() => put(index, undefined)}>
                {t("rules.removeCondition")}
                <span class="unseen"> {actionTitle(call.action)}</span>
              </button>
            </div>
            {Object.entries(known.find((each) => each.id === call.action)?.takes ?? {}).map(([name, kind]) => (
              <Taken
                key={name}
                name={name}
                kind={KINDS_OF_VALUES[kind]}
                value={call.values[name]}
                change={(value) => put(index, { ...call, values: kept(call.values, name, value) })}
              />
            ))}
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <Select
          label={t("rules.addAction")}
          value={adding}
          options={[{ value: "", label: "–" }, ...left.map((value) => ({ value, label: actionTitle(value) }))]}
          change={(action) => {
            setAdding("");
            if (action) change([...calls, { action, values: {} }]);
          }}
        />
      )}
    </>
  );
}

function kept(values: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _before, ...rest } = values;
  return value === undefined || value === "" ? rest : { ...rest, [name]: value };
}

interface TakenProps {
  name: string;
  kind: "number" | "flag" | "text";
  value: unknown;
  change: (value: unknown) => void;
}

/** A value that the app's action takes, under the app's own name for it. */
function Taken({ name, kind, value, change }: TakenProps) {
  if (kind === "flag") {
    return (
      <Select
        label={name}
        value={value === undefined ? "" : String(value)}
        options={["", "true", "false"].map((each) => ({ value: each, label: each ? said("o", each) : "–" }))}
        change={(next) => change(next === "" ? undefined : next === "true")}
      />
    );
  }
  return (
    <TextField
      label={name}
      type={kind}
      value={value === undefined ? "" : String(value)}
      {...(kind === "number" ? { step: "any" } : {})}
      change={(next) => change(kind === "number" && next !== "" ? Number(next) : next)}
    />
  );
}

const PLAIN: readonly Shape[] = [
  { name: "enabled", kind: "flag" },
  { name: "position", kind: "number", min: 0 },
  { name: "cap_per_hour", kind: "number", min: 0, optional: true },
  { name: "flag_cap_per_hour", kind: "number", min: 0, optional: true },
  { name: "cooldown", optional: true },
  { name: "group", optional: true },
];

interface LimitsProps extends Omit<EditorProps, "change"> {
  set: (changes: Partial<Written>) => void;
}

function Limits({ rule, set, known, wrong }: LimitsProps) {
  return (
    <div class="stack">
      <div class="pair">
        <Fields shape={PLAIN} value={{ ...rule }} change={set} wrong={wrong} />
        <Fields
          shape={[
            { name: "policy", kind: "choice", options: known.strikePolicies, of: "strike_policies", optional: true },
            { name: "weight", kind: "number", min: 1, optional: true },
          ]}
          value={rule.strike ?? {}}
          change={(changes) => set({ strike: { ...rule.strike, ...changes } })}
          wrong={(field) => wrong(`strike.${field}`)}
        />
      </div>
      <Group title={t("rules.exempt")}>
        <Fields
          shape={[
            { name: "staff", kind: "flag" },
            { name: "trusted", kind: "flag" },
            { name: "roles", kind: "names" },
            { name: "lists", kind: "names", options: known.userLists, of: "user_lists" },
            { name: "app_wide", kind: "flag" },
          ]}
          value={rule.exempt ?? { app_wide: true }}
          change={(changes) => set({ exempt: { app_wide: true, ...rule.exempt, ...changes } })}
          wrong={(field) => wrong(`exempt.${field}`)}
        />
      </Group>
    </div>
  );
}


/** What is odd about the rule, although it was taken. */
export function Warnings({ of }: { of: readonly Warning[] }) {
  if (of.length === 0) return null;
  return (
    <ul class="notice" role="status">
      {of.map((warning, index) => (
        <li key={index}>
          <b>{t(`warning.${warning.kind}`)}</b> <span lang="en">{warning.text}</span>
        </li>
      ))}
    </ul>
  );
}
