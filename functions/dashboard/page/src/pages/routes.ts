import type { ComponentType } from "preact";
import { atLeast, holds, type Role, seesAll } from "../session";
import type { WordKey } from "../words";
import { leading } from "./leading";
import { moderating } from "./moderating";

export interface PageProps {
  /** The values of the path's `:names`. */
  values: Record<string, string>;
}

export interface Route {
  path: string;
  title: WordKey;
  /** In which group of the menu it stands; without one it is reached by links. */
  group?: "work" | "rulesGroup" | "operate" | "appGroup";
  /** Where the menu leads, when the path has names. */
  to?: string;
  needs?: Role;
  /** Shows what is of all queues at once. */
  all?: true;
  /** Without one it is one of `leading_pages`. */
  page?: ComponentType<PageProps>;
}

/** Whether the API answers the member what the page asks. */
export function isOpen({ needs, all }: Route): boolean {
  if (all && !seesAll()) return false;
  return !needs || (needs === "admin" ? holds("administer") : atLeast(needs));
}

export const ROUTES: readonly Route[] = [...moderating, ...leading];
