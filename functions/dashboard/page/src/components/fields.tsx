import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { type Named, nameOf } from "../names";
import { percent, said, t, type WordKey } from "../words";
import { Checkbox, Field, Select, TextArea, TextField } from "./form";

export type Values = Record<string, unknown>;
/** The names of fields that have a word, so that every field has a label in each language. */
export type FieldName = WordKey extends infer K ? (K extends `f.${infer N}` ? N : never) : never;

type Kind =
  | "text"
  | "area"
  | "secret"
  | "number"
  | "score"
  | "flag"
  | "choice"
  | "names"
  | "lines"
  | "pairs"
  | "counts"
  | "scalar"
  | "time";

/** One field of a form: what kind of value it takes, and what it may be. */
export interface Shape {
  name: FieldName;
  kind?: Kind;
  /** Of a choice all there are; of names those that are proposed. */
  options?: readonly string[];
  /** What its ids are of: they are shown by their names. */
  of?: Named;
  /** Left empty it is not sent; a choice can be none of its options. */
  optional?: boolean;
  min?: number;
  max?: number;
  step?: number;
}

interface FieldsProps {
  shape: readonly Shape[];
  value: Values;
  change: (changes: Values) => void;
  wrong?: ((field: string) => string | undefined) | undefined;
}

export function Fields({ shape, value, change, wrong }: FieldsProps) {
  return (
    <>
      {shape.map((each) => (
        <OneField
          key={each.name}
          shape={each}
          value={value[each.name]}
          change={(next) => change({ [each.name]: next })}
          error={wrong?.(each.name)}
        />
      ))}
    </>
  );
}

interface OneProps {
  shape: Shape;
  value: unknown;
  change: (value: unknown) => void;
  error: string | undefined;
}

function OneField({ shape, value, change, error }: OneProps) {
  const { name, kind = "text", options = [], optional = false } = shape;
  const common = { label: t(`f.${name}`), hint: said("h", name, ""), error };
  const text = value === undefined || value === null ? "" : String(value);
  const titled = (id: string) => (shape.of ? nameOf(shape.of, id) : said("o", id));
  const emptied = (next: string) => change(next === "" && optional ? undefined : next);
  switch (kind) {
    case "flag":
      return (
        <div class="field">
          <Checkbox label={common.label} checked={value === true} change={change} />
          {(error || common.hint) && <p class={error ? "wrong" : "hint"}>{error ?? common.hint}</p>}
        </div>
      );
    case "choice":
      return (
        <Select
          {...common}
          value={text}
          change={emptied}
          options={[
            ...(optional || !options.includes(text) ? [{ value: "", label: "–" }] : []),
            ...options.map((each) => ({ value: each, label: titled(each) })),
          ]}
        />
      );
    case "names":
      return <Names {...common} value={list(value)} change={change} options={options} of={shape.of} />;
    case "area":
      return <TextArea {...common} value={text} change={emptied} rows={3} />;
    case "number":
      return <NumberField {...common} value={value} change={change} shape={shape} />;
    case "lines":
      return <Written {...common} shown={list(value).join("\n")} change={(raw) => change(lines(raw))} />;
    case "pairs":
    case "counts":
      return (
        <Written
          {...common}
          hint={common.hint || t("form.pairs")}
          shown={Object.entries((value ?? {}) as Values)
            .map(([key, each]) => `${key} = ${each ?? ""}`)
            .join("\n")}
          change={(raw) => change(pairs(raw, kind === "counts"))}
        />
      );
    case "scalar":
      return <Scalar {...common} value={value} change={change} />;
    case "time":
      return (
        <TextField
          {...common}
          type="datetime-local"
          value={local(value)}
          change={(next) => change(next ? new Date(next).toISOString() : undefined)}
        />
      );
    case "score":
      return <Score {...common} value={value} change={change} shape={shape} />;
    default:
      return <Plain {...common} text={text} change={emptied} secret={kind === "secret"} options={options} />;
  }
}

type PlainProps = Common & { text: string; change: (text: string) => void; secret: boolean; options: readonly string[] };

function Plain({ text, change, secret, options, ...rest }: PlainProps) {
  const id = useId();
  return (
    <>
      <TextField
        {...rest}
        value={text}
        change={change}
        type={secret ? "password" : "text"}
        autocomplete="off"
        {...(options.length > 0 ? { list: id } : {})}
      />
      {options.length > 0 && <Proposals id={id} of={options} />}
    </>
  );
}

/** From how sure on something counts: a slider of 0 to `max`, said in per cent. */
function Score({ label, hint, error, value, change, shape }: Common & Omit<OneProps, "error">) {
  const { max = 1 } = shape;
  const present = typeof value === "number" ? value : max / 2;
  return (
    <Field label={label} hint={hint || t("form.score", { share: percent(present / max) })} error={error}>
      {(attributes) => (
        <input
          {...attributes}
          type="range"
          min="0"
          max={String(max)}
          step={String(max / 100)}
          value={String(present)}
          aria-valuetext={percent(present / max)}
          onInput={(event) => change(Number(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function pairs(text: string, counted: boolean): Values {
  const found: Values = {};
  for (const line of lines(text)) {
    const at = line.indexOf("=");
    const key = (at < 0 ? line : line.slice(0, at)).trim();
    const value = at < 0 ? "" : line.slice(at + 1).trim();
    // Of a name alone the server says what is wrong with it.
    if (key) found[key] = counted && at >= 0 ? (value === "" ? null : Number(value)) : value;
  }
  return found;
}

function local(value: unknown): string {
  const date = typeof value === "string" ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface Common {
  label: string;
  hint: string;
  error: string | undefined;
}

function NumberField({ value, change, shape, ...rest }: Common & Omit<OneProps, "error">) {
  const [raw, setRaw] = useState(value === undefined || value === null ? "" : String(value));
  const { min, max, step = 1 } = shape;
  return (
    <TextField
      {...rest}
      type="number"
      value={raw}
      step={String(step)}
      {...(min === undefined ? {} : { min: String(min) })}
      {...(max === undefined ? {} : { max: String(max) })}
      required={!shape.optional}
      change={(next) => {
        setRaw(next);
        change(next === "" ? (shape.optional ? null : undefined) : Number(next));
      }}
    />
  );
}

/** Text of which something is made: what is typed stays as it is typed. */
function Written({ shown, change, ...rest }: Common & { shown: string; change: (text: string) => void }) {
  const [raw, setRaw] = useState(shown);
  return (
    <TextArea
      {...rest}
      value={raw}
      rows={Math.min(9, Math.max(3, raw.split("\n").length))}
      change={(text) => {
        setRaw(text);
        change(text);
      }}
    />
  );
}

/** A number, yes or no, or a text, as a property of the app's may be. */
function Scalar({ value, change, ...rest }: Common & { value: unknown; change: (value: unknown) => void }) {
  const [raw, setRaw] = useState(value === undefined || value === null ? "" : String(value));
  return (
    <TextField
      {...rest}
      hint={rest.hint || t("form.scalar")}
      value={raw}
      change={(text) => {
        setRaw(text);
        change(scalar(text));
      }}
    />
  );
}

function scalar(text: string): unknown {
  if (text === "") return undefined;
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

interface ProposalsProps {
  id: string;
  of: readonly string[];
  titled?: (id: string) => string;
}

function Proposals({ id, of, titled = String }: ProposalsProps) {
  return (
    <datalist id={id}>
      {of.map((each) => (
        <option key={each} value={each} label={titled(each)} />
      ))}
    </datalist>
  );
}

interface NamesProps extends Common {
  of: Named | undefined;
  value: string[];
  change: (value: string[]) => void;
  options: readonly string[];
}

/** Names, each of which can be taken away; Enter or a comma adds what is typed. */
function Names({ label, hint, error, value, change, options, of }: NamesProps) {
  const [raw, setRaw] = useState("");
  const id = useId();
  const titled = (name: string) => (of ? nameOf(of, name) : name);
  const add = (text: string) => {
    const more = text.split(",").map((each) => each.trim());
    const added = more.filter((each, at) => each && !value.includes(each) && more.indexOf(each) === at);
    if (added.length > 0) change([...value, ...added]);
    setRaw("");
  };
  return (
    <Field label={label} hint={hint || t("form.names")} error={error}>
      {(attributes) => (
        <div class="names">
          {value.map((each) => (
            <button
              key={each}
              class="name"
              title={each}
              aria-label={t("form.takeAway", { what: titled(each) })}
              onClick={() => change(value.filter((other) => other !== each))}
            >
              {titled(each)} <span aria-hidden="true">✕</span>
            </button>
          ))}
          <input
            {...attributes}
            list={options.length > 0 ? id : undefined}
            value={raw}
            autocomplete="off"
            onInput={(event) => {
              const text = event.currentTarget.value;
              if (text.includes(",") || options.includes(text)) add(text);
              else setRaw(text);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || raw.trim() === "") return;
              event.preventDefault();
              add(raw);
            }}
            onBlur={() => add(raw)}
          />
          <Proposals id={id} of={options.filter((each) => !value.includes(each))} titled={titled} />
        </div>
      )}
    </Field>
  );
}

/** A part of a form under a heading of its own. */
export function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="stack">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** What of a row the API takes back: of its fields those that are said. */
export function bodyOf(values: Values, shape: readonly Shape[], kept: readonly string[] = []): Values {
  const names = [...shape.map((each): string => each.name), ...kept];
  return Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));
}
