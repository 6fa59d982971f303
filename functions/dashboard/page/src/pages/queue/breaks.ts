import { useEffect } from "preact/hooks";
import { say } from "../../components/toasts";
import { preferences } from "../../preferences";
import { t } from "../../words";

/** Proposes a break after so many minutes of work, as the member wants it. */
export function useBreaks(): void {
  const minutes = preferences.value.break_after;
  useEffect(() => {
    if (minutes <= 0) return undefined;
    const timer = setInterval(() => say(t("queue.break", { n: minutes })), minutes * 60_000);
    return () => clearInterval(timer);
  }, [minutes]);
}
