import type { ComponentChildren } from "preact";

export type Tone = "plain" | "good" | "warn" | "bad" | "info";

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ComponentChildren }) {
  return (
    <span class={`badge ${tone}`} title={typeof children === "string" ? children : undefined}>
      {children}
    </span>
  );
}

/** The tone of states and verdicts as the API names them. */
const TONES: Record<string, Tone> = {
  keep: "good",
  delivered: "good",
  done: "good",
  accepted: "good",
  arrived: "good",
  completed: "good",
  approved: "good",
  closed: "good",
  flag: "warn",
  pending: "info",
  waiting: "info",
  running: "info",
  on_its_way: "info",
  refused: "bad",
  half_open: "warn",
  submitted: "info",
  remove: "bad",
  dead: "bad",
  failed: "bad",
  open: "bad",
  disabled: "bad",
  rejected: "plain",
  shadow: "warn",
};

export function toneOf(state: string): Tone {
  return TONES[state] ?? "plain";
}
