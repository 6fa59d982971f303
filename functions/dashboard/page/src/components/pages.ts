import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export interface Page<T> {
  rows: T[];
  next: string | null | undefined;
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
  load: (cursor: string | null) => Promise<Page<T>>,
  dependencies: readonly unknown[],
): Pages<T> {
  const [rows, setRows] = useState<T[]>([]);
  const [next, setNext] = useState<string | null | undefined>(undefined);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<unknown>(undefined);
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
