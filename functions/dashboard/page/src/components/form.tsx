import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { Failure } from "../api/client";
import { t } from "../words";
import { explained } from "./states";
import { sayFailure } from "./toasts";

interface Labelled {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

interface FormProps {
  /** Done on Enter and by the button; without it the fields do all there is to do. */
  send?: () => unknown;
  class?: string;
  children: ComponentChildren;
}

export function Form({ send, ...rest }: FormProps) {
  return (
    <form
      {...rest}
      onSubmit={(event) => {
        event.preventDefault();
        send?.();
      }}
    />
  );
}

interface FieldProps extends Labelled {
  children: (attributes: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean | undefined;
  }) => ComponentChildren;
}

/** A label, the field, and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-describedby": hint || error ? about : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {(hint || error) && (
        <p id={about} class={error ? "wrong" : "hint"}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

interface InputProps extends Labelled {
  value: string;
  change: (value: string) => void;
  type?: "text" | "password" | "number" | "search" | "url" | "email" | "date" | "datetime-local";
  autocomplete?: string;
  required?: boolean;
  placeholder?: string;
  maxLength?: number;
  min?: string;
  max?: string;
  step?: string;
  inputMode?: "numeric" | "text";
  list?: string;
}

export function TextField({ label, hint, error, value, change, type = "text", ...rest }: InputProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <input
          {...({ type, ...rest, ...attributes } as JSX.IntrinsicElements["input"])}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type AreaProps = Labelled & {
  value: string;
  change: (value: string) => void;
  rows?: number;
  maxLength?: number;
  autofocus?: boolean;
};

export function TextArea({ label, hint, error, value, change, rows = 4, ...rest }: AreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <textarea
          {...rest}
          {...attributes}
          rows={rows}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps<V extends string> extends Labelled {
  value: V;
  change: (value: V) => void;
  options: readonly { value: V; label: string }[];
}

export function Select<V extends string>({ label, hint, error, value, change, options }: SelectProps<V>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => change(event.currentTarget.value as V)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckboxProps {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
}

export function Checkbox({ label, checked, change }: CheckboxProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

interface SwitchProps {
  label: string;
  /** As the server has it. */
  on: boolean;
  send: (on: boolean) => Promise<unknown>;
}

/** A checkbox that is sent at once: it shows what is wanted, and what was before where that is refused. */
export function Switch({ label, on, send }: SwitchProps) {
  const [wanted, setWanted] = useState<{ after: boolean; on: boolean }>();
  if (wanted && wanted.after !== on) setWanted(undefined);
  const change = (next: boolean) => {
    setWanted({ after: on, on: next });
    send(next).catch((error: unknown) => {
      setWanted(undefined);
      sayFailure(error);
    });
  };
  return <Checkbox label={label} checked={wanted?.after === on ? wanted.on : on} change={change} />;
}

export interface Sending {
  busy: boolean;
  /** What the server says about a field, by its name; of `rules.0.when` also under `rules`. */
  wrong: (field: string) => string | undefined;
  /** All that it says about what is in `field`, by what it calls it. */
  within: (field: string) => [string, string][];
  problem: ComponentChildren;
  send: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** One request of a form: what was typed stays where it fails, and the error stands at its field. */
export function useSending(known: readonly string[] = []): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const fields = error instanceof Failure ? error.fields : {};
  const within = (field: string) =>
    Object.entries(fields).filter(([name]) => name === field || name.startsWith(`${field}.`));
  const wrong = (field: string) => {
    const [found] = within(field);
    const inside = found?.[0].slice(field.length + 1);
    return found && (inside ? `${inside}: ${found[1]}` : found[1]);
  };
  const isShown = known.some((field) => wrong(field) !== undefined);
  return {
    busy,
    wrong,
    within,
    problem:
      error !== undefined && !isShown ? (
        <p class="wrong" role="alert">
          {error instanceof Failure && error.status === 409 ? t("common.changed") : explained(error)}
        </p>
      ) : null,
    send: async (work) => {
      setBusy(true);
      setError(undefined);
      try {
        await work();
        return true;
      } catch (failure) {
        setError(failure);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
