import type { ComponentType } from "preact";
import type { Role } from "../session";
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
  load: () => Promise<{ default: ComponentType<PageProps> }>;
}

export const ROUTES: readonly Route[] = [...moderating, ...leading];
