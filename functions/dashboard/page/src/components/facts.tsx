import type { ComponentChildren } from "preact";

export type FactRow = readonly [title: string, value: ComponentChildren];

/** Titles with their values; what has no value is left out. */
export function Facts({ of }: { of: readonly FactRow[] }) {
  return (
    <dl class="facts">
      {of.map(([title, value]) =>
        value === undefined || value === null || value === "" || value === false ? null : (
          <>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  );
}
