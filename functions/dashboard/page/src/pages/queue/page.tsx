import { useEffect, useMemo } from "preact/hooks";
import { type Resource, Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import type { SavedQueue } from "../../api/types";
import { place } from "../../router";
import { wellness } from "../../wellness";
import { t } from "../../words";
import type { PageProps } from "../routes";
import { QueueList } from "./list";
import { readSaved, searchOf } from "./views";
import { Views } from "./tabs";
import { Work } from "./work";

export function QueuePage({ values }: PageProps) {
  const saved = useResource(readSaved, []);
  const view = values["view"] ?? "all";
  return <Shown of={saved}>{(queues) => <View view={view} queues={queues} saved={saved} />}</Shown>;
}

interface ViewProps {
  view: string;
  queues: SavedQueue[];
  saved: Resource<SavedQueue[]>;
}

function View({ view, queues, saved }: ViewProps) {
  const { query } = place.value;
  const search = searchOf(view, queues);
  const { spacing } = wellness.value;
  const key = JSON.stringify([search, spacing]);
  const list = useMemo(() => (search ? new QueueList(search, spacing) : null), [key]);
  useEffect(() => void list?.load(), [list]);
  if (!list || !search) return <Empty>{t("app.notFound")}</Empty>;
  return (
    <>
      <Views view={view} queues={queues} list={list} search={search} reload={saved.reload} />
      <Work key={key} list={list} wanted={query.get("item") ?? ""} />
    </>
  );
}
