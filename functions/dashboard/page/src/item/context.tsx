import { useState } from "preact/hooks";
import { api } from "../api/client";
import type { Item } from "../api/types";
import { Shown, useResource } from "../components/resource";
import { Line, Text } from "../components/text";
import { Time } from "../components/time";
import { address } from "../router";
import { t } from "../words";

const PLACES = ["parent_id", "group_id", "conversation_id", "channel_cid", "reference_url"] as const;

function placesOf(item: Item): [string, string][] {
  const custom = item.moderation_payload?.custom ?? {};
  return PLACES.flatMap((name) => {
    const value = custom[name];
    return typeof value === "string" && value ? [[name, value] as [string, string]] : [];
  });
}

function isAddress(value: string): boolean {
  return /^https?:\/\//i.test(value);
}

async function around(item: Item) {
  const custom = item.moderation_payload?.custom ?? {};
  const channel = custom["channel_cid"];
  const filter =
    typeof channel === "string" && channel
      ? { channel_cid: channel }
      : { entity_creator_id: item.entity_creator_id };
  const answer = await api.post("/api/v2/moderation/review_queue", {
    body: { filter, limit: 11, exclude_default_action_config: true },
  });
  return answer.items.filter((each) => each.id !== item.id).slice(0, 10);
}

/** Where it stands: what the app says of the place, and what else was there. */
export function Context({ item }: { item: Item }) {
  const found = useResource(() => around(item), [item.id]);
  const places = placesOf(item);
  const inChannel = places.some(([name]) => name === "channel_cid");
  return (
    <section class="card stack" aria-label={t("context.title")}>
      <h2>{t("context.title")}</h2>
      {places.length === 0 && <p class="faint">{t("context.none")}</p>}
      <dl class="facts">
        {places.map(([name, value]) => (
          <Place key={name} name={name} value={value} />
        ))}
      </dl>
      <h3>{inChannel ? t("context.others") : t("context.byAuthor")}</h3>
      <Shown of={found}>
        {(items) =>
          items.length === 0 ? (
            <p class="faint">{t("common.nothing")}</p>
          ) : (
            <ul class="recent">
              {items.map((each) => (
                <li key={each.id}>
                  <a href={address(`/item/${each.id}`)}>
                    <Line text={each.moderation_payload?.texts?.[0] ?? each.entity_id} />
                  </a>
                  <Time at={each.created_at} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}

/** An address is inert until somebody has said twice that they want to go there. */
function Place({ name, value }: { name: string; value: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Text text={value} />
        {isAddress(value) &&
          (asked ? (
            <a href={value} target="_blank" rel="noreferrer noopener">
              {t("content.link")}
            </a>
          ) : (
            <button class="quiet" onClick={() => setAsked(true)}>
              {t("context.link")}
            </button>
          ))}
      </dd>
    </>
  );
}
