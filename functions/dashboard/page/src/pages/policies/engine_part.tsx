import { useState } from "preact/hooks";
import { Fields, Group, type Values } from "../../components/fields";
import { Checkbox, Select, type Sending, TextArea } from "../../components/form";
import { said, t } from "../../words";
import { type EngineForm, engineTitle, type Inner } from "./engines";

interface PartProps {
  form: EngineForm;
  config: Values | undefined;
  change: (config: Values | undefined) => void;
  sending: Sending;
}

/** One engine of a policy: whether it runs, and what its labels lead to. */
export function EnginePart({ form, config, change, sending }: PartProps) {
  const { part, fields, severities, describes, parts = [], lists = [] } = form;
  const isOn = config !== undefined && config["enabled"] !== false;
  const wrong = (field: string) => sending.wrong(`${part}.${field}`);
  return (
    <section class="card stack">
      <Checkbox
        label={engineTitle(part)}
        checked={isOn}
        change={(on) => change(on ? { ...(lists.length > 0 ? { rules: [] } : {}), ...config, enabled: true } : config && { ...config, enabled: false })}
      />
      {sending.within(part).map(([field, what]) => (
        <p key={field} class="wrong">
          {field}: {what}
        </p>
      ))}
      {config && isOn && (
        <>
          <div class="pair">
            <Fields shape={fields} value={config} change={(changes) => change(kept({ ...config, ...changes }))} wrong={wrong} />
          </div>
          {severities && (
            <Severities
              actions={severities}
              value={config["severity_rules"]}
              change={(rules) => change(kept({ ...config, severity_rules: rules }))}
            />
          )}
          {describes && (
            <Described
              value={(config["severity_descriptions"] ?? {}) as Record<string, string>}
              change={(told) => change(kept({ ...config, severity_descriptions: told }))}
            />
          )}
          {parts.map((inner) => (
            <Within key={inner.name} inner={inner} config={config} change={change} wrong={wrong} />
          ))}
          {lists.map((inner) => (
            <Rows key={inner.name} inner={inner} config={config} change={change} wrong={wrong} />
          ))}
          <AsText config={config} change={change} />
        </>
      )}
    </section>
  );
}

/** Without what is not said. */
function kept(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}

interface InnerProps {
  inner: Inner;
  config: Values;
  change: (config: Values) => void;
  wrong: (field: string) => string | undefined;
}

function Within({ inner: { name, fields, parts = [], start = {} }, config, change, wrong }: InnerProps) {
  const value = config[name] as Values | undefined;
  const put = (next: Values | undefined) => change(kept({ ...config, [name]: next }));
  const within = (field: string) => wrong(`${name}.${field}`);
  return (
    <Group title={said("f", name)}>
      <Checkbox label={t("policies.setUp")} checked={value !== undefined} change={(on) => put(on ? start : undefined)} />
      {value && (
        <div class="pair">
          <Fields
            shape={fields}
            value={{ enabled: true, ...value }}
            change={(changes) => put(kept({ ...value, ...changes }))}
            wrong={within}
          />
        </div>
      )}
      {value && parts.map((inner) => <Within key={inner.name} inner={inner} config={value} change={put} wrong={within} />)}
    </Group>
  );
}

function Rows({ inner: { name, fields, severities }, config, change, wrong }: InnerProps) {
  const rows = (Array.isArray(config[name]) ? config[name] : []) as Values[];
  const title = name === "rules" ? t("policies.labels") : said("f", name);
  const put = (next: Values[]) => change({ ...config, [name]: next });
  const set = (at: number, changes: Values) =>
    put(rows.map((each, index) => (index === at ? kept({ ...each, ...changes }) : each)));
  return (
    <Group title={title}>
      {rows.map((row, index) => (
        <div key={index} class="engine-rule">
          <Fields
            shape={fields}
            value={row}
            change={(changes) => set(index, changes)}
            wrong={(field) => wrong(`${name}.${index}.${field}`)}
          />
          {severities && (
            <Severities
              actions={severities}
              value={row["severity_rules"]}
              change={(rules) => set(index, { severity_rules: rules })}
            />
          )}
          <button class="danger" onClick={() => put(rows.filter((_each, at) => at !== index))}>
            {t("rules.removeCondition")}
            <span class="unseen">
              {" "}
              {title} {index + 1}
            </span>
          </button>
        </div>
      ))}
      <button
        class="add"
        onClick={() => put([...rows, kept(Object.fromEntries(fields.map((shape) => [shape.name, BEGUN[shape.name]])))])}
      >
        + {t("registry.add")} <span class="unseen">{title}</span>
      </button>
    </Group>
  );
}

const BEGUN: Values = { action: "flag", threshold: 0.8, min_confidence: 80 };
const SEVERITIES = ["low", "medium", "high", "critical"];

interface SeverityRule {
  severity: string;
  action: string;
}

interface SeveritiesProps {
  actions: readonly string[];
  value: unknown;
  change: (rules: SeverityRule[] | undefined) => void;
}

/** What follows at which severity; without any, nothing is said of it. */
function Severities({ actions, value, change }: SeveritiesProps) {
  const rules = (value ?? []) as SeverityRule[];
  const put = (severity: string, action: string) => {
    const others = rules.filter((each) => each.severity !== severity);
    const next = action ? [...others, { severity, action }] : others;
    change(next.length > 0 ? next : undefined);
  };
  return (
    <Group title={t("policies.bySeverity")}>
      <div class="pair">
        {SEVERITIES.map((severity) => (
          <Select
            key={severity}
            label={said("o", severity)}
            value={rules.find((each) => each.severity === severity)?.action ?? ""}
            options={["", ...actions].map((each) => ({ value: each, label: each ? said("o", each) : "–" }))}
            change={(action) => put(severity, action)}
          />
        ))}
      </div>
    </Group>
  );
}

interface DescribedProps {
  value: Record<string, string>;
  change: (told: Values | undefined) => void;
}

/** What each severity means, in the words of the policy. */
function Described({ value, change }: DescribedProps) {
  const put = (severity: string, text: string) => {
    const next = { ...value, [severity]: text };
    change(SEVERITIES.some((each) => next[each]) ? kept({ ...next, [severity]: text || undefined }) : undefined);
  };
  return (
    <Group title={said("f", "severity_descriptions")}>
      <div class="pair">
        {SEVERITIES.map((each) => (
          <TextArea key={each} label={said("o", each)} rows={2} value={value[each] ?? ""} change={(text) => put(each, text)} />
        ))}
      </div>
    </Group>
  );
}

/** All that an engine has, as the API takes it: also what has no field of its own. */
function AsText({ config, change }: { config: Values; change: (config: Values) => void }) {
  const [text, setText] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  return (
    <details onToggle={() => setText(undefined)}>
      <summary>{t("policies.json")}</summary>
      <TextArea
        label="JSON"
        rows={8}
        value={text ?? JSON.stringify(config, null, 2)}
        error={wrong}
        change={(next) => {
          setText(next);
          try {
            change(JSON.parse(next) as Values);
            setWrong(undefined);
          } catch {
            setWrong(t("files.notJson"));
          }
        }}
      />
    </details>
  );
}
