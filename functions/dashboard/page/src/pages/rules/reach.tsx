import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { useSending } from "../../components/form";
import { address } from "../../router";
import { number, t } from "../../words";
import { Caps } from "../held/caps";

interface Reached {
  users: number;
  hit: number;
  sample: string[];
  next: string | null;
}

const NOBODY: Reached = { users: 0, hit: 0, sample: [], next: null };

/** What holds the rule back, and, of one about users, whom it would act on already. */
export function Reach({ id, ofUsers }: { id: string; ofUsers: boolean }) {
  return (
    <section class="card stack">
      <Caps rule={id} />
      <p>
        <a href={address(`/held?rule_id=${encodeURIComponent(id)}`)}>{t("reach.held")}</a>
      </p>
      {ofUsers && <Users id={id} />}
    </section>
  );
}

function Users({ id }: { id: string }) {
  const [found, setFound] = useState<Reached>();
  const sending = useSending();
  const look = (before: Reached) =>
    sending.send(async () => {
      const query = { rule_id: id, ...(before.next ? { cursor: before.next } : {}) };
      const { users, would_hit: hit, sample, next } = await api.get("/api/v1/rule_reach", { query });
      setFound({ users: before.users + users, hit: before.hit + hit, sample: [...before.sample, ...sample], next });
    });
  return (
    <>
      <p class="hint">{t("reach.what")}</p>
      {sending.problem}
      {found && (
        <div role="status" class="stack">
          <p>{t("reach.found", { hit: number(found.hit), users: number(found.users) })}</p>
          <p class="row">
            {found.sample.slice(0, 50).map((user) => (
              <a key={user} href={address(`/users/${encodeURIComponent(user)}`)}>
                {user}
              </a>
            ))}
          </p>
        </div>
      )}
      {(!found || found.next) && (
        <button disabled={sending.busy} onClick={() => void look(found ?? NOBODY)}>
          {t(found ? "common.more" : "reach.look")}
        </button>
      )}
    </>
  );
}
