import { useState } from "preact/hooks";
import type { Item } from "../../api/types";

export interface Selection {
  ids: ReadonlySet<string>;
  items: readonly Item[];
  toggle: (index: number) => void;
  /** From the last one that was selected to here. */
  range: (index: number) => void;
  all: () => void;
  clear: () => void;
}

export function useSelection(shown: readonly Item[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);
  return {
    ids,
    items: shown.filter((item) => ids.has(item.id)),
    toggle: (index) => {
      const id = shown[index]?.id;
      if (id === undefined) return;
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
      setAnchor(index);
    },
    range: (index) => {
      const [from, to] = anchor < index ? [anchor, index] : [index, anchor];
      setIds(new Set([...ids, ...shown.slice(from, to + 1).map((item) => item.id)]));
    },
    all: () => setIds(new Set(shown.map((item) => item.id))),
    clear: () => setIds(new Set()),
  };
}
