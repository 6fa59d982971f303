import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../components/dialog";
import { Keys } from "../keys/help";
import { preferences } from "../preferences";
import { t } from "../words";
import { giveUp, held, type Order, restore, sendDue, undo, waiting } from "./outbox";

/** The decisions that can still be undone at no cost, and those that the server has not taken. */
export function Pending() {
  const [listing, setListing] = useState(false);
  useEffect(restore, []);
  const last = held.value.at(-1);
  const late = waiting.value;
  return (
    <>
      {(last || late.length > 0) && (
        <div class="pending" role="region" aria-label={t("decide.waitingTitle")}>
          {last && <Countdown key={last.id} order={last} count={held.value.length} />}
          {late.length > 0 && (
            <div class="row spread late">
              <span class="problem">{t("decide.waiting", { n: late.length })}</span>
              <span class="row">
                <button class="quiet" onClick={() => setListing(true)}>
                  {t("decide.waitingTitle")}
                </button>
                <button onClick={() => void sendDue(true)}>
                  {t("common.retry")}
                </button>
              </span>
            </div>
          )}
        </div>
      )}
      {listing && (
        <Dialog title={t("decide.waitingTitle")} close={() => setListing(false)}>
          <ul class="stack">
            {late.map((order) => (
              <li key={order.id} class="row spread">
                <span>
                  {order.title} <code>{order.item.entity_id}</code>
                  <span class="problem"> {order.problem}</span>
                </span>
                <button onClick={() => giveUp(order)}>
                  {t("decide.giveUp")}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

function Countdown({ order, count }: { order: Order; count: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, order.sendAt - now);
  return (
    <>
      <div class="row spread">
        <span>
          {t("decide.sendsIn", { what: order.title, n: Math.ceil(left / 1000) })}
          {count > 1 && <span class="faint"> (+{count - 1})</span>}
        </span>
        <span class="row">
          <button class="quiet" onClick={() => void sendDue(true)}>
            {t("decide.sendNow")}
          </button>
          <button onClick={() => void undo(order)}>
            {t("decide.undo")} <Keys command="undo" />
          </button>
        </span>
      </div>
      <progress max={preferences.value.pause * 1000} value={left} aria-label={order.title} />
    </>
  );
}
