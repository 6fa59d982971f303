import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Loading, Problem } from "./states";

export interface Resource<T> {
  data: T | undefined;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

/** What `load` answers, asked again when a dependency changes; the last answer stays meanwhile. */
export function useResource<T>(load: () => Promise<T>, dependencies: readonly unknown[]): Resource<T> {
  const [state, setState] = useState<{ data?: T; error?: unknown; loading: boolean }>({ loading: true });
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(() => {
    const own = (turn.current += 1);
    setState((before) => ({ ...before, loading: true }));
    latest.current().then(
      (data) => own === turn.current && setState({ data, loading: false }),
      (error: unknown) =>
        own === turn.current && setState((before) => ({ ...before, error, loading: false })),
    );
  }, []);
  const identity = JSON.stringify(dependencies);
  const shown = useRef(identity);
  useEffect(() => {
    if (shown.current !== identity) setState({ loading: true });
    shown.current = identity;
    reload();
    return () => void (turn.current += 1);
  }, [identity, reload]);
  return {
    data: state.data,
    error: state.error,
    loading: state.loading,
    reload,
  };
}

/** The answer's view; before it is there the loading state, and what failed with a way to repeat it. */
export function Shown<T>({ of, children }: { of: Resource<T>; children: (data: T) => ComponentChildren }) {
  if (of.error !== undefined && of.data === undefined) {
    return <Problem error={of.error} retry={of.reload} />;
  }
  if (of.data === undefined) return <Loading />;
  return (
    <>
      {of.error !== undefined && <Problem error={of.error} retry={of.reload} />}
      {children(of.data)}
    </>
  );
}
