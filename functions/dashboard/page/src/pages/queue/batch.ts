import { fresh, request } from "../../api/client";
import type { Decision, Item } from "../../api/types";
import { explained } from "../../components/states";

const AT_ONCE = 4;

export interface Progress {
  batch: string;
  done: string[];
  failed: { item: Item; why: string }[];
  ended: boolean;
}

/** One decision on each item, some at a time, each with the batch's id; none stops the others. */
export async function runBatch(
  items: readonly Item[],
  decisionOn: (item: Item) => Decision,
  tell: (progress: Progress) => void,
  isStopped: () => boolean,
): Promise<void> {
  const progress: Progress = { batch: fresh(), done: [], failed: [], ended: false };
  const left = [...items];
  tell({ ...progress });
  const work = async () => {
    for (let item = left.shift(); item && !isStopped(); item = left.shift()) {
      try {
        await request("post", "/api/v2/moderation/submit_action", {
          body: {
            ...decisionOn(item),
            ...(item.version ? { if_version: item.version } : {}),
            batch_id: progress.batch,
          },
        });
        progress.done.push(item.id);
      } catch (error) {
        progress.failed.push({ item, why: explained(error) });
      }
      tell({ ...progress });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  tell({ ...progress, ended: true });
}
