import { useEffect } from "preact/hooks";
import { api } from "../../api/client";
import type { Item } from "../../api/types";
import { claim, release } from "../../decisions/claim";
import { away } from "../../decisions/outbox";
import { atLeast } from "../../session";

const HEARTBEAT = 45_000;
/** Whoever walks through the list claims nothing on the way. */
const SETTLED = 250;

/** The item is the moderator's while it is before them, and let go when it is not. */
export function useClaim(item: Item | undefined, isStale: boolean): void {
  const id = item?.id;
  useEffect(() => {
    if (!id || isStale) return undefined;
    if (!atLeast("moderator")) {
      // Who takes nothing opens it all the same, which an app may have recorded.
      const open = () => void api.get("/api/v2/moderation/review_queue/{id}", { path: { id } }).catch(() => undefined);
      const timer = setTimeout(open, SETTLED);
      return () => clearTimeout(timer);
    }
    let asked: Promise<void> | undefined;
    const take = () => {
      // In a tab that nobody looks at it runs out.
      if (!document.hidden) asked = claim(id).catch(() => undefined);
    };
    const start = setTimeout(take, SETTLED);
    const again = setInterval(take, HEARTBEAT);
    // Sent, a decision lets go by itself; until then nobody else is to begin.
    const letGo = () => !away.value.has(id) && release(id);
    const leave = () => void (asked && letGo());
    document.addEventListener("visibilitychange", take);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(start);
      clearInterval(again);
      document.removeEventListener("visibilitychange", take);
      window.removeEventListener("pagehide", leave);
      // A claim that is still under way would arrive after what lets go.
      void asked?.then(letGo);
    };
  }, [id, isStale]);
}
