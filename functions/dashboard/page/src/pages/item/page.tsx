import { useEffect, useState } from "preact/hooks";
import { api } from "../../api/client";
import { Head } from "../../components/head";
import { Shown, useResource } from "../../components/resource";
import { Time } from "../../components/time";
import { say } from "../../components/toasts";
import { choicesFor } from "../../decisions/bar";
import { Desk, learnReversing } from "../../decisions/desk";
import { actionName } from "../../decisions/kinds";
import { away, undo } from "../../decisions/outbox";
import { forgetDetails } from "../../item/details";
import { Panel } from "../../item/panel";
import { muted, unveiled } from "../../item/veil";
import { useKeys } from "../../keys/manager";
import { translate } from "../../item/translating";
import { appSettings, reasonsOf, wellness } from "../../wellness";
import { t } from "../../words";
import { Alike } from "../queue/alike";
import type { PageProps } from "../routes";

async function read(id: string) {
  const [{ item }, config] = await Promise.all([
    api.get("/api/v2/moderation/review_queue/{id}", { path: { id } }),
    api.post("/api/v2/moderation/review_queue", { body: { filter: { id }, limit: 1 } }),
  ]);
  return { item, own: config.action_config, standard: config.default_action_config ?? {} };
}

/** One item by its address, which can be passed on. */
export function ItemPage({ values }: PageProps) {
  const id = values["id"] ?? "";
  const found = useResource(() => read(id), [id]);
  const [round, setRound] = useState(0);
  const isAway = away.value.has(id);
  const item = found.data?.item;
  useEffect(() => void learnReversing().catch(() => undefined), []);
  useEffect(() => {
    if (!isAway && item) {
      forgetDetails(item);
      found.reload();
    }
  }, [isAway]);
  useKeys(
    {
      refresh: () => {
        if (item) forgetDetails(item);
        setRound(round + 1);
        found.reload();
      },
      undo: () => void undo(),
      unveil: () => (unveiled.value = true),
      translate: () => item && translate(item),
      mute: () => (muted.value = !(muted.value ?? wellness.value.mute)),
    },
    { unveil: () => (unveiled.value = false) },
  );
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    say(t("item.copied"));
  };
  return (
    <>
      <Head title={t("item.title")}>
        <button onClick={() => void copy()}>
          {t("item.copyLink")}
        </button>
      </Head>
      <Shown of={found}>
        {(shown) => (
          <>
            {shown.item.reviewed_at && (
              <p class="notice">
                {t("queue.elsewhere", {
                  who: shown.item.reviewed_by,
                  what: actionName(shown.item.latest_moderator_action),
                })}{" "}
                <Time at={shown.item.reviewed_at} />
              </p>
            )}
            <Panel key={`${shown.item.id} ${shown.item.updated_at} ${round}`} item={shown.item} context>
              <Desk
                item={shown.item}
                choices={choicesFor(shown.item, shown.own, shown.standard)}
                reasons={reasonsOf(appSettings.value)}
                isStale={isAway}
                decided={() => undefined}
              />
              <Alike item={shown.item} buttons={shown} decided={() => found.reload()} />
            </Panel>
          </>
        )}
      </Shown>
    </>
  );
}
