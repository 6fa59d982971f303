import type { ComponentChildren } from "preact";
import { capital, t } from "../words";
import type { Pages } from "./pages";
import { Empty, Loading, Problem } from "./states";

export interface Column<T> {
  title: string;
  cell: (row: T) => ComponentChildren;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** How much room it needs, where that is not as much as others. */
  width?: "wide" | "narrow" | "least";
}

interface TableProps<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  id: (row: T) => string;
}

function classOf<T>({ numeric, width }: Column<T>): string {
  return [numeric && "numeric", width].filter(Boolean).join(" ");
}

/** A table that becomes a list of cards where the page is narrow. */
export function Table<T>({ caption, columns, rows, id }: TableProps<T>) {
  return (
    <table class="table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" class={classOf(column)}>
              {capital(column.title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={id(row)}>
            {columns.map((column) => (
              <td key={column.title} data-title={capital(column.title)} class={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PagedProps<T> extends Omit<TableProps<T>, "rows"> {
  pages: Pages<T>;
  empty?: ComponentChildren;
}

/** A table of a list by cursor, with its loading, empty and error states and a way to go on. */
export function PagedTable<T>({ pages, empty, ...table }: PagedProps<T>) {
  const { rows, loading, error, more } = pages;
  return (
    <>
      {rows.length > 0 && <Table {...table} rows={rows} />}
      {rows.length === 0 && !loading && error === undefined && <Empty>{empty}</Empty>}
      {error !== undefined && <Problem error={error} retry={pages.reload} />}
      {loading && <Loading />}
      {more && (
        <button class="more" onClick={more}>
          {t("common.more")}
        </button>
      )}
    </>
  );
}
