import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Delivery } from "../api/types";
import { Badge, toneOf } from "../components/badge";
import { type Resource, Shown } from "../components/resource";
import { Time } from "../components/time";
import { say, sayFailure } from "../components/toasts";
import { actionTitle } from "../decisions/kinds";
import { atLeast } from "../session";
import { said, t } from "../words";

/** What is under way is asked about so often. */
const AGAIN = 4_000;

export function stateName(state: string): string {
  return said("delivery", state);
}

/** The action that it is a call of; of what is none, what kind of receiver it goes to. */
export function receiverOf({ action_id, endpoint_kind }: Pick<Delivery, "action_id" | "endpoint_kind">): string {
  return actionTitle(action_id) || said("delivery", endpoint_kind);
}

/** Webhooks have no names; the beginning of its id tells one from another. */
export function endpointName({ kind, name }: { kind: string; name: string }): string {
  return kind === "action" ? name : `${said("delivery", kind)} ${name.slice(0, 6)}`;
}

/** Every call to the customer's server that an item led to, and whether it arrived. */
export function Deliveries({ of }: { of: Resource<{ deliveries: Delivery[] }> }) {
  const isUnderWay = of.data?.deliveries.some(({ state }) => state === "pending" || state === "waiting") ?? false;
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(() => !document.hidden && of.reload(), AGAIN);
    return () => clearInterval(timer);
  }, [isUnderWay, of.reload]);
  return (
    <section class="card stack" aria-label={t("deliveries.title")}>
      <h2>{t("deliveries.title")}</h2>
      <Shown of={of}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <p class="faint">{t("deliveries.none")}</p>
          ) : (
            <ul class="stack">
              {deliveries.map((delivery) => (
                <OneDelivery key={delivery.id} delivery={delivery} reload={of.reload} />
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}

function OneDelivery({ delivery, reload }: { delivery: Delivery; reload: () => void }) {
  const [busy, setBusy] = useState(false);
  const last = delivery.last_attempt;
  const canRetry =
    atLeast("moderator") && (delivery.state === "dead" || (delivery.state === "pending" && delivery.attempts > 0));
  const retry = async () => {
    setBusy(true);
    try {
      await api.post("/api/v1/deliveries/{id}/retry", { path: { id: delivery.id } });
      say(t("deliveries.retried"));
      reload();
    } catch (error) {
      sayFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li class="delivery" data-state={delivery.state}>
      <div class="row spread">
        <span class="row">
          <b title={delivery.endpoint}>{receiverOf(delivery)}</b>
          <Badge tone={toneOf(delivery.state)}>{stateName(delivery.state)}</Badge>
          <span class="faint">{t("deliveries.attempts", { n: delivery.attempts })}</span>
        </span>
        {canRetry && (
          <button disabled={busy} onClick={() => void retry()}>
            {t("deliveries.retry")}
          </button>
        )}
      </div>
      <p class="hint">
        <Time at={delivery.delivered_at ?? last?.at ?? delivery.created_at} />
        {last && delivery.state !== "delivered" && ` · ${last.status ?? last.error ?? ""} ${last.detail}`}
        {delivery.state === "pending" && delivery.next_attempt_at && (
          <>
            {" · "}
            <Time at={delivery.next_attempt_at} />
          </>
        )}
        {delivery.reason && ` · ${delivery.reason}`}
      </p>
    </li>
  );
}
