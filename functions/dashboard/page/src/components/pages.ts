import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { api, type AnswerOf, type PathsOf, type QueryOf } from "../api/client";

export interface Page<T> {
  rows: T[];
  next: string | null | undefined;
}

type Load<T> = (cursor: string | null) => Promise<Page<T>>;
type RowsOf<A> = { [K in keyof A]: A[K] extends readonly (infer T)[] ? T : never };

/** Reads a list of the API's: under `name` its answer has the rows. */
export function listed<P extends PathsOf<"get">, K extends keyof RowsOf<AnswerOf<P, "get">>>(
  path: P,
  name: K,
  query?: QueryOf<P, "get">,
): Load<RowsOf<AnswerOf<P, "get">>[K]> {
  return async (cursor) => {
    const answer = (await api.get(path, { query: { ...(query as object), cursor } as QueryOf<P, "get"> })) as Record<K, never> & {
      next?: string | null;
      next_cursor?: string | null;
    };
    return { rows: answer[name], next: answer.next ?? answer.next_cursor };
  };
}

/** All that `load` reads, page after page. */
export async function every<T>(load: Load<T>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const { rows, next }: Page<T> = await load(cursor);
    all.push(...rows);
    cursor = next ?? null;
  } while (cursor);
  return all;
}

export interface Pages<T> {
  rows: T[];
  loading: boolean;
  error: unknown;
  /** Loads the following page; undefined at the end. */
  more: (() => void) | undefined;
  reload: () => void;
  change: (rows: (before: T[]) => T[]) => void;
}

/** A list by cursor, a page at a time, begun anew when a dependency changes. */
export function usePages<T>(
  load: Load<T>,
  dependencies: readonly unknown[],
): Pages<T> {
  const [rows, setRows] = useState<T[]>([]);
  const [next, setNext] = useState<string | null>();
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<unknown>();
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const read = useCallback((cursor: string | null) => {
    const own = (turn.current += 1);
    setLoading(true);
    setError(undefined);
    latest.current(cursor).then(
      (page) => {
        if (own !== turn.current) return;
        setRows((before) => (cursor ? [...before, ...page.rows] : page.rows));
        setNext(page.next ?? null);
        setLoading(false);
      },
      (failure: unknown) => {
        if (own !== turn.current) return;
        setError(failure);
        setLoading(false);
      },
    );
  }, []);
  const identity = JSON.stringify(dependencies);
  useEffect(() => {
    setRows([]);
    setNext(undefined);
    read(null);
    return () => void (turn.current += 1);
  }, [identity, read]);
  return {
    rows,
    loading,
    error,
    more: next && !loading ? () => read(next) : undefined,
    reload: () => read(null),
    change: setRows,
  };
}
