import { useRef } from "preact/hooks";
import type { Item } from "../api/types";
import { Badge, toneOf } from "../components/badge";
import { useResource } from "../components/resource";
import { Time } from "../components/time";
import { address } from "../router";
import { number, said, t } from "../words";
import { Author } from "./author";
import { Content } from "./content";
import { Context } from "./context";
import { Deliveries } from "./deliveries";
import { detailOf, detailsOf, readDeliveries, useSettled } from "./details";
import { History } from "./history";
import { Notes } from "./notes";
import { Why } from "./why";

interface PanelProps {
  item: Item;
  context: boolean;
  /** What stands between the content and why it is here. */
  children?: preact.ComponentChildren;
}

/** Everything about one item; what is asked for beside it was read ahead where that was possible. */
export function Panel({ item, context, children }: PanelProps) {
  const settled = useSettled(item);
  const key = [item.id, item.updated_at, settled];
  const rules = useResource(() => detailOf(item, "rules", settled), key);
  const reports = useResource(() => detailOf(item, "reports", settled), key);
  const history = useResource(() => detailOf(item, "history", settled), key);
  const author = useResource(() => detailOf(item, "author", settled), key);
  const deliveries = useFresh(item, settled);
  return (
    <div class="panel">
      <div class="stack main-part">
        <Facts item={item} />
        <Content item={item} />
        {children}
        {context && <Context item={item} />}
        <Why item={item} rules={rules} reports={reports} />
      </div>
      <div class="stack side-part">
        <Author item={item} about={author} />
        <Deliveries of={deliveries} />
        <Notes item={item} />
        <History of={history} />
      </div>
    </div>
  );
}

/** Read ahead at first, asked anew afterwards, as after a retry. */
function useFresh(item: Item, settled: boolean) {
  const key = `${item.id} ${item.updated_at}`;
  const seen = useRef("");
  return useResource(() => {
    if (!settled) return detailOf(item, "deliveries", settled);
    const isFirst = seen.current !== key;
    seen.current = key;
    return isFirst ? detailsOf(item).deliveries : readDeliveries(item.id);
  }, [key, settled]);
}

function Facts({ item }: { item: Item }) {
  return (
    <div class="row item-facts">
      <a href={address(`/item/${item.id}`)} class="line">
        <code>{item.entity_type}</code> <code>{item.entity_id}</code>
      </a>
      <Badge tone={toneOf(item.recommended_action)}>
        {t("why.recommends")}: {said("o", item.recommended_action || "–")}
      </Badge>
      <Badge>
        {t("why.severity")} {number(item.severity ?? 0)}
      </Badge>
      {item.escalated && (
        <Badge tone="warn">
          {t("queue.escalated")} {item.escalation_metadata?.reason ?? ""}
        </Badge>
      )}
      {item.config_key && (
        <span class="faint">
          {t("item.policy")} {item.config_key}
        </span>
      )}
      {(item.languages ?? []).length > 0 && <span class="faint">{item.languages.join(", ")}</span>}
      <Time at={item.created_at} />
    </div>
  );
}
