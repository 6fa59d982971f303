import type { Reason } from "../wellness";
import { Keys } from "../keys/help";
import type { Command } from "../keys/commands";
import { t } from "../words";

interface ReasonsProps {
  reasons: readonly Reason[];
  picked: string;
  pick: (text: string) => void;
}

/** The reasons of this queue on 1 to 9, or one in the moderator's own words. */
export function Reasons({ reasons, picked, pick }: ReasonsProps) {
  const isOther = picked !== "" && !reasons.some((reason) => reason.label === picked);
  return (
    <div class="row reasons" role="group" aria-label={t("decide.reasons")}>
      {reasons.map((reason, index) => (
        <button
          key={reason.key}
          aria-pressed={picked === reason.label}
          onClick={() => pick(picked === reason.label ? "" : reason.label)}
        >
          {reason.label} <Keys command={`reason${index + 1}` as Command} />
        </button>
      ))}
      <input
        type="text"
        aria-label={t("decide.reasonOther")}
        placeholder={t("decide.reasonOther")}
        maxLength={2000}
        value={isOther ? picked : ""}
        onInput={(event) => pick(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </div>
  );
}
