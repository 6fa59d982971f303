import { api, type AnswerOf } from "../../api/client";
import { type Resource, Shown, useResource } from "../../components/resource";
import { number, t } from "../../words";

type Found = AnswerOf<"/api/v1/caps", "get">;

export function useCaps(rule: string): Resource<Found> {
  return useResource(() => api.get("/api/v1/caps", { query: rule ? { rule_id: rule } : {} }), [rule]);
}

export function Caps({ rule }: { rule: string }) {
  return <CapsShown of={useCaps(rule)} />;
}

/** How much of each cap is used up. */
export function CapsShown({ of }: { of: Resource<Found> }) {
  return (
    <Shown of={of}>
      {(found) => (
        <ul class="caps">
          {(["app", "rule", "flags"] as const).map((name) => {
            const cap = found[name];
            return cap ? (
              <li key={name} class="card">
                {t(`cap.${name}`)}: <b>{number(cap.used)}</b> / {cap.per_hour === null ? "∞" : number(cap.per_hour)}
                {cap.per_hour !== null && <meter value={cap.used} max={Math.max(1, cap.per_hour)} aria-hidden="true" />}
              </li>
            ) : null;
          })}
        </ul>
      )}
    </Shown>
  );
}
