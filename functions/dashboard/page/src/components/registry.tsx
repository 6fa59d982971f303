import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { api, type PathsOf } from "../api/client";
import { holds } from "../session";
import { t } from "../words";
import { Confirm } from "./confirm";
import { Dialog } from "./dialog";
import { bodyOf, Fields, type Shape, type Values } from "./fields";
import { Form, TextField, useSending } from "./form";
import { type Page, usePages } from "./pages";
import { type Column, PagedTable } from "./table";
import { say } from "./toasts";

interface RegistryProps<T extends Values> {
  title: string;
  /** It is the page: its title is the page's. */
  page?: boolean;
  hint?: string;
  load: (cursor: string | null) => Promise<Page<T>>;
  id: (row: T) => string;
  columns: Column<T>[];
  shape: readonly Shape[];
  /** The fields of a new one, where they are others. */
  made?: readonly Shape[];
  /** What a new one begins with. */
  start?: Values;
  values?: (row: T) => Values;
  /** Where each is put and deleted, of what it is filled in `body`; without it `save` and `remove` do it. */
  at?: PathsOf<"put"> & PathsOf<"delete">;
  body?: (values: Values) => Values;
  save?: (id: string, values: Values, row: T | undefined) => Promise<unknown>;
  remove?: (row: T) => Promise<unknown>;
  /** The right without which they are only looked at. */
  needs?: string;
  /** Who makes one names its id. */
  named?: boolean;
  /** Only made and removed, never changed. */
  fixed?: boolean;
  /** Further buttons of a row. */
  more?: (row: T, reload: () => void) => ComponentChildren;
}

function nameIn(row: unknown): string {
  return (row as { name?: string }).name ?? "";
}

/** What an app has of a kind: the list, a form for one, and removing. */
export function Registry<T extends Values>(props: RegistryProps<T>) {
  const { title, hint, load, id, columns, more } = props;
  const { save, remove } = changing(props);
  const pages = usePages<T>(load, []);
  const [editing, setEditing] = useState<{ row: T | undefined }>();
  const [removing, setRemoving] = useState<T>();
  const changes = Boolean(save ?? remove ?? more);
  return (
    <section class="stack">
      <div class={props.page ? "page-head" : "row spread"}>
        {props.page ? <h1>{title}</h1> : <h2>{title}</h2>}
        {save && (
          <button onClick={() => setEditing({ row: undefined })}>
            {t("registry.add")}
          </button>
        )}
      </div>
      {hint && <p class="hint">{hint}</p>}
      <PagedTable<T>
        caption={title}
        id={id}
        pages={pages}
        columns={[
          ...columns,
          ...(changes
            ? [
                {
                  title: t("registry.do"),
                  ...(more && !columns.some(({ width }) => width === "wide") ? { width: "wide" as const } : {}),
                  cell: (row: T) => (
                    <span class="row">
                      {save && !props.fixed && (
                        <button onClick={() => setEditing({ row })}>
                          {t("registry.edit")}
                          <span class="unseen"> {nameIn(row) || id(row)}</span>
                        </button>
                      )}
                      {more?.(row, pages.reload)}
                      {remove && (
                        <button class="danger" onClick={() => setRemoving(row)}>
                          {t("common.delete")}
                          <span class="unseen"> {nameIn(row) || id(row)}</span>
                        </button>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing && save && (
        <Editing {...props} save={save} row={editing.row} close={() => setEditing(undefined)} done={pages.reload} />
      )}
      {removing !== undefined && remove && (
        <Confirm
          title={t("registry.remove", { what: nameIn(removing) || id(removing) })}
          button={t("common.delete")}
          danger
          close={() => setRemoving(undefined)}
          act={async () => {
            await remove(removing);
            pages.reload();
          }}
        />
      )}
    </section>
  );
}

function changing<T extends Values>(props: RegistryProps<T>): Pick<RegistryProps<T>, "save" | "remove"> {
  const { at, body = (values) => bodyOf(values, props.shape), id, needs } = props;
  if (needs && !holds(needs)) return {};
  if (!at) return props;
  const path = (named: string) => ({ path: { id: named, name: named } });
  return {
    save: (named, values) => api.put(at, { ...path(named), body: body(values) as never }),
    remove: (row) => api.delete(at, path(id(row))),
  };
}

interface EditingProps<T extends Values> extends RegistryProps<T> {
  row: T | undefined;
  save: NonNullable<RegistryProps<T>["save"]>;
  close: () => void;
  done: () => void;
}

function Editing<T extends Values>(props: EditingProps<T>) {
  const { title, start, values = (kept: T): Values => ({ ...kept }), save, named, id, row, close, done } = props;
  const shape = row === undefined ? (props.made ?? props.shape) : props.shape;
  const [own, setOwn] = useState(row === undefined ? "" : id(row));
  const [value, setValue] = useState<Values>(row === undefined ? { ...start } : values(row));
  const sending = useSending(shape.map((each) => each.name));
  const sent = async () => {
    const kept = await sending.send(() => save(own, value, row));
    if (!kept) return;
    say(t("common.saved"));
    done();
    close();
  };
  return (
    <Dialog title={`${title}${row === undefined ? "" : `: ${nameIn(row) || own}`}`} close={close}>
      <Form send={sent}>
        {named && row === undefined && (
          <TextField label={t("f.id")} value={own} change={setOwn} required maxLength={128} hint={t("registry.id")} />
        )}
        <Fields
          shape={shape}
          value={value}
          change={(changes) => setValue((before) => ({ ...before, ...changes }))}
          wrong={sending.wrong}
        />
        {sending.problem}
        <div class="row">
          <button type="submit" class="primary" disabled={sending.busy}>
            {t("common.save")}
          </button>
          <button onClick={close}>
            {t("common.cancel")}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
