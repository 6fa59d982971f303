import { useState } from "preact/hooks";
import type { Item } from "../../api/types";
import { Shown, useResource } from "../../components/resource";
import { sayFailure } from "../../components/toasts";
import { type Alike as Sort, COUNTED, detailOf, forgetDetails, SORTS, useSettled } from "../../item/details";
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

/** How many others with the same content, or the same image, wait; all of them can be decided on as one. */
export function Alike({ item, buttons, decided }: AlikeProps) {
  const settled = useSettled(item);
  const counts = useResource(() => detailOf(item, "alike", settled), [item.id, item.updated_at, settled]);
  const [items, setItems] = useState<readonly Item[] | null>(null);
  const decideOn = async (filter: object) => {
    const list = new QueueList({ filter: { ...filter, reviewed: false }, sort: [{ field: "created_at", direction: 1 }] });
    await list.load();
    setItems(await list.all(MOST));
  };
  return (
    <>
      <Shown of={counts}>
        {(found) =>
          SORTS.map((sort: Sort) => {
            const alike = found[sort];
            if (!alike || alike.count === 0) return null;
            const n = alike.count > COUNTED ? `${COUNTED}+` : alike.count;
            const search = new URLSearchParams(alike.filter as Record<string, string>);
            return (
              <p key={sort} class="row alike">
                <a href={address(`/queue/all?${search}`)}>{t(`alike.${sort}`, { n })}</a>
                {holds("oversee") && (
                  <button type="button" onClick={() => void decideOn(alike.filter).catch(sayFailure)}>
                    {t("alike.decide")}
                  </button>
                )}
              </p>
            );
          })
        }
      </Shown>
      {items && (
        <BulkDialog
          buttons={buttons}
          items={items}
          close={(done) => {
            setItems(null);
            if (done.length === 0) return;
            forgetDetails(item);
            decided(done);
          }}
        />
      )}
    </>
  );
}
