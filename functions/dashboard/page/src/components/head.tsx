import type { ComponentChildren } from "preact";

/** What stands at a page's top: its title, and what is done with all of it. */
export function Head({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
