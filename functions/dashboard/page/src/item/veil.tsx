import { signal } from "../state";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../words";

/** True while the key that shows everything is held. */
export const unveiled = signal(false);
export const muted = signal<boolean | null>(null);

interface VeilProps {
  veiled: boolean;
  hint: string;
  children: ComponentChildren;
}

/** What is shown only when somebody wants to see it. */
export function Veil({ veiled, hint, children }: VeilProps) {
  const [wanted, setWanted] = useState(false);
  if (!veiled) return <>{children}</>;
  const shown = wanted || unveiled.value;
  return (
    <div class="veil">
      {shown ? children : <p class="faint">{hint}</p>}
      <button class="quiet" aria-pressed={wanted} onClick={() => setWanted(!wanted)}>
        {wanted ? t("content.veil") : t("content.unveil")}
      </button>
    </div>
  );
}
