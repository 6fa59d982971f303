import { useRef, useState } from "preact/hooks";
import { api } from "../../api/client";
import type { SavedQueue } from "../../api/types";
import { Dialog } from "../../components/dialog";
import { Checkbox, Form, Select, TextField, useSending } from "../../components/form";
import { Time } from "../../components/time";
import { sayFailure } from "../../components/toasts";
import { useKeys } from "../../keys/manager";
import { address, go, parameter, place, setQuery } from "../../router";
import { atLeast, holds, isMe, seesAll } from "../../session";
import { number, t } from "../../words";
import type { QueueList } from "./list";
import { FILTERS, filtersHere, ORDERS, type Order, REPORTED, type Reported, type Search, VIEWS } from "./views";

interface ViewsProps {
  view: string;
  queues: SavedQueue[];
  list: QueueList;
  search: Search;
  reload: () => void;
}

const WORDS = {
  label: "queue.label",
  severity: "queue.severity",
  config_key: "queue.policy",
  entity_creator_id: "queue.user",
  entity_type: "queue.type",
  moderation_payload_hash: "queue.sameContent",
  image_hash: "queue.sameImage",
} as const;

/** The views with their counts, and the filter of the present one. */
export function Views({ view, queues, list, search, reload }: ViewsProps) {
  const [saving, setSaving] = useState(false);
  const filter = useRef<HTMLDetailsElement>(null);
  const stats = list.stats.value;
  const own = queues.find((queue) => queue.id === view);
  const hasFilter = [...FILTERS, "reported"].some((name) => place.value.query.get(name));
  useKeys({
    filter: () => {
      if (!filter.current) return;
      filter.current.open = true;
      filter.current.querySelector("input")?.focus();
    },
  });
  const remove = async (queue: SavedQueue) => {
    try {
      await api.post("/api/v2/moderation/queues/{id}/delete", { path: { id: queue.id }, body: {} });
      go("/queue/all");
      reload();
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <div class="views">
      <h1 class="unseen">{t("nav.queue")}</h1>
      <nav class="tabs" aria-label={t("queue.views")}>
        {Object.entries(VIEWS).map(([name, { title, stat }]) => (
          <a key={name} href={address(`/queue/${name}`)} aria-current={name === view ? "page" : undefined}>
            {t(title)} {stat && stats[stat] !== undefined && <span class="count">{number(stats[stat])}</span>}
          </a>
        ))}
        {queues.map((queue) => (
          <a
            key={queue.id}
            href={address(`/queue/${queue.id}`)}
            aria-current={queue.id === view ? "page" : undefined}
            title={queue.description || queue.name}
          >
            {queue.name} <span class="count">{queue.is_counting ? "…" : number(queue.item_count)}</span>
            {queue.oldest_at && <Time at={queue.oldest_at} />}
          </a>
        ))}
      </nav>
      <details class="filter" ref={filter} open={hasFilter}>
        <summary>{t("queue.filter")}</summary>
        <Form>
          {FILTERS.filter((name) => !name.endsWith("_hash") || parameter(name)).map((name) => (
            <TextField
              key={name}
              label={t(WORDS[name])}
              value={parameter(name)}
              type={name === "severity" ? "number" : "text"}
              change={(value) => setQuery({ [name]: value, item: undefined })}
            />
          ))}
          <Select<Reported | "">
            label={t("queue.reported")}
            value={parameter("reported") as Reported | ""}
            change={(value) => setQuery({ reported: value, item: undefined })}
            options={[
              { value: "", label: "–" },
              ...(Object.keys(REPORTED) as Reported[]).map((value) => ({ value, label: t(`reported.${value}`) })),
            ]}
          />
          <Select<Order | "">
            label={t("queue.sort")}
            value={parameter("sort") as Order | ""}
            change={(value) => setQuery({ sort: value, item: undefined })}
            options={[
              { value: "", label: "–" },
              ...(Object.keys(ORDERS) as Order[]).map((value) => ({ value, label: t(`order.${value}`) })),
            ]}
          />
          <div class="row">
            <button onClick={() => go(`/queue/${view}`)}>
              {t("queue.clearFilter")}
            </button>
            {atLeast("moderator") && (
              <button onClick={() => setSaving(true)}>
                {t("queue.saveView")}
              </button>
            )}
            {own && (own.type === "personal_view" ? isMe(own.created_by) : holds("oversee") && seesAll()) && (
              <button class="danger" onClick={() => void remove(own)}>
                {t("queue.deleteView")}
              </button>
            )}
          </div>
        </Form>
      </details>
      {saving && (
        <Saving
          search={search}
          close={(id) => {
            setSaving(false);
            if (!id) return;
            reload();
            go(`/queue/${id}`);
          }}
        />
      )}
    </div>
  );
}

function Saving({ search, close }: { search: Search; close: (id?: string) => void }) {
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const sending = useSending(["name"]);
  const submit = async (event: Event) => {
    event.preventDefault();
    let id = "";
    const held = await sending.send(async () => {
      const { queue } = await api.post("/api/v2/moderation/queues", {
        body: {
          name,
          type: shared ? "operational_queue" : "personal_view",
          filters: search.filter,
          sort: search.sort.map((each) => ({ ...each })),
        },
      });
      id = queue.id;
    });
    if (held) close(id);
  };
  return (
    <Dialog title={t("queue.saveView")} close={() => close()}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField label={t("queue.viewName")} value={name} change={setName} error={sending.wrong("name")} required maxLength={255} />
        {holds("oversee") && seesAll() && <Checkbox label={t("queue.shared")} checked={shared} change={setShared} />}
        <p class="hint">{Object.keys({ ...search.filter, ...filtersHere() }).join(", ")}</p>
        {sending.problem}
        <button type="submit" class="primary" disabled={sending.busy}>
          {t("common.save")}
        </button>
      </form>
    </Dialog>
  );
}
