import type { ComponentChildren } from "preact";
import { parameter, path, address } from "../router";

export interface Part {
  id: string;
  title: string;
  view: () => ComponentChildren;
}

/** A page in parts, of which the address says which one is seen. */
export function Parts({ label, of }: { label: string; of: readonly Part[] }) {
  const wanted = parameter("part");
  const present = of.find((part) => part.id === wanted) ?? of[0];
  return (
    <>
      <nav class="parts" aria-label={label}>
        {of.map((part, index) => (
          <a
            key={part.id}
            href={address(path.value) + (index > 0 ? `?part=${part.id}` : "")}
            aria-current={part === present ? "page" : undefined}
          >
            {part.title}
          </a>
        ))}
      </nav>
      <div key={present?.id} class="stack">
        {present?.view()}
      </div>
    </>
  );
}
