import { signal } from "../state";
import { absolute, dateOf, relative } from "./times";

const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 15_000);

/** How long ago, with the date itself in its title; a dash where there is no date. */
export function Time({ at, full = false }: { at: unknown; full?: boolean }) {
  const date = dateOf(at);
  if (!date) return <span class="faint">–</span>;
  return (
    <time dateTime={date.toISOString()} title={absolute(date)}>
      {full ? absolute(date) : relative(date, now.value)}
    </time>
  );
}
