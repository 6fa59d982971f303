import { useEffect, useState } from "preact/hooks";
import type { Decision, Item } from "../../api/types";
import { Checkbox } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { sayFailure } from "../../components/toasts";
import { choicesFor } from "../../decisions/bar";
import { bodyOf, removes } from "../../decisions/kinds";
import { together } from "../../decisions/together";
import { type Alike as Sort, authorOf, COUNTED, detailOf, forgetDetails, SORTS, useSettled } from "../../item/details";
import { useKeys } from "../../keys/manager";
import { address } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";
import { BulkDialog } from "./bulk";
import { type Buttons, QueueList } from "./list";

const MOST = 1_000;

interface AlikeProps {
  item: Item;
  buttons: Buttons;
  decided: (ids: readonly string[]) => void;
}

async function waitingWith(filter: object): Promise<readonly Item[]> {
  const list = new QueueList({ filter: { ...filter, reviewed: false }, sort: [{ field: "created_at", direction: 1 }] });
  await list.load();
  return list.all(MOST);
}

function several(count: number): number | string {
  return count > COUNTED ? `${COUNTED}+` : count;
}

/** The decision on another of the author's items: what is removed is so as its kind is. */
function carriedOver(body: Decision, item: Item, { own, standard }: Buttons): Decision | undefined {
  const choices = choicesFor(item, own, standard);
  if (removes(body.action_type)) {
    const removal = choices.find((choice) => choice.command === "remove");
    return removal && bodyOf(removal.action, item, body.decision_reason ?? "");
  }
  const id = body.custom?.id;
  const isOffered = choices.some((choice) => choice.action === body.action_type && choice.id === id);
  return isOffered ? { ...body, item_id: item.id } : undefined;
}

/** How many others with the same content, the same image or of the same author wait; all of them can be decided on as one. */
export function Alike({ item, buttons, decided }: AlikeProps) {
  const settled = useSettled(item);
  const counts = useResource(() => detailOf(item, "alike", settled), [item.id, item.updated_at, settled]);
  const [items, setItems] = useState<readonly Item[] | null>(null);
  const ticked = together.value?.item === item.id ? together.value : undefined;
  const { body, title = "" } = ticked ?? {};
  const tick = (on: boolean) => (together.value = on ? { item: item.id } : undefined);
  const hasOthers = (counts.data?.author?.count ?? 0) > 0;
  useKeys({ others: () => hasOthers && tick(!ticked) });
  useEffect(() => {
    if (!body) return;
    waitingWith({ entity_creator_id: authorOf(item) })
      .then((found) => {
        const others = found.filter((each) => each.id !== item.id && carriedOver(body, each, buttons));
        setItems([item, ...others]);
      })
      .catch(sayFailure);
  }, [body]);
  return (
    <>
      <Shown of={counts}>
        {(found) => (
          <>
            {hasOthers && (
              <Checkbox
                label={t("alike.author", { n: several(found.author?.count ?? 0) })}
                checked={ticked !== undefined}
                change={tick}
              />
            )}
            {SORTS.map((sort: Sort) => {
              const alike = found[sort];
              if (!alike || alike.count === 0) return null;
              const search = new URLSearchParams(alike.filter as Record<string, string>);
              return (
                <p key={sort} class="row alike">
                  <a href={address(`/queue/all?${search}`)}>{t(`alike.${sort}`, { n: several(alike.count) })}</a>
                  {holds("oversee") && (
                    <button onClick={() => void waitingWith(alike.filter).then(setItems).catch(sayFailure)}>
                      {t("alike.decide")}
                    </button>
                  )}
                </p>
              );
            })}
          </>
        )}
      </Shown>
      {items && (
        <BulkDialog
          buttons={buttons}
          items={items}
          chosen={body && { title, on: (each) => (each.id === item.id ? body : (carriedOver(body, each, buttons) ?? body)) }}
          close={(done) => {
            setItems(null);
            if (body) tick(done.length === 0);
            if (done.length === 0) return;
            forgetDetails(item);
            decided(done);
          }}
        />
      )}
    </>
  );
}
