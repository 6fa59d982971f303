import type { Item } from "../api/types";
import { Badge } from "../components/badge";
import { Facts } from "../components/facts";
import { type Resource, Shown } from "../components/resource";
import { Line } from "../components/text";
import { Time } from "../components/time";
import { actionName } from "../decisions/kinds";
import { nameOf } from "../names";
import { address } from "../router";
import { number, t } from "../words";
import { authorOf } from "./details";

interface AuthorProps {
  item: Item;
  about: Resource<{ decided: Item[]; strikes: Record<string, number> }>;
}

/** Since when they are known, and how often what was found of them. */
export function Counted({ of, full = false }: { of: Item["entity_creator"]; full?: boolean }) {
  return (
    <Facts
      of={[
        [t("author.since"), <Time at={of?.created_at} full={full} />],
        [t("author.flagged"), number(of?.flagged_count ?? 0)],
        [t("author.deleted"), number(of?.deleted_content_count ?? 0)],
        [t("author.bans"), number(of?.ban_count ?? 0)],
      ]}
    />
  );
}

/** Who made it: how long they are here, what was flagged, decided and given them. */
export function Author({ item, about }: AuthorProps) {
  const creator = item.entity_creator;
  const id = authorOf(item);
  if (!id) return null;
  return (
    <section class="card stack" aria-label={t("author.title")}>
      <div class="row spread">
        <h2>{t("author.title")}</h2>
        <a href={address(`/users/${encodeURIComponent(id)}`)}>{t("author.open")}</a>
      </div>
      <div class="row">
        <b class="line">{creator?.name || id}</b>
        {creator?.name && <code class="line">{id}</code>}
        {creator?.role && creator.role !== "user" && <Badge>{creator.role}</Badge>}
        {creator?.banned && <Badge tone="bad">{t("author.banned")}</Badge>}
        {creator?.shadow_banned && <Badge tone="warn">{t("author.shadowBanned")}</Badge>}
      </div>
      <Counted of={creator} />
      <Shown of={about}>
        {({ decided, strikes }) => (
          <>
            {Object.keys(strikes).length > 0 && (
              <p>
                {t("author.strikes")}:{" "}
                {Object.entries(strikes).map(([policy, weight]) => (
                  <Badge key={policy} tone="warn">
                    {nameOf("strike_policies", policy)} {number(weight)}
                  </Badge>
                ))}
              </p>
            )}
            {decided.length > 0 && (
              <details>
                <summary>
                  {t("author.recent")} ({number(decided.length)})
                </summary>
                <ul class="recent">
                  {decided.map((each) => (
                    <li key={each.id}>
                      <a href={address(`/item/${each.id}`)}>
                        <Line text={each.moderation_payload?.texts?.[0] ?? each.entity_id} />
                      </a>
                      <span class="row">
                        <Badge>{actionName(each.latest_moderator_action)}</Badge>
                        <Time at={each.reviewed_at} />
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}
