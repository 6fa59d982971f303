import { computed, signal } from "./state";

const BASE = "/dashboard";

interface Place {
  path: string;
  query: URLSearchParams;
}

function here(): Place {
  const path = location.pathname.startsWith(BASE)
    ? location.pathname.slice(BASE.length)
    : location.pathname;
  return { path: path || "/", query: new URLSearchParams(location.search) };
}

export const place = signal<Place>(here());
export const path = computed(() => place.value.path);

window.addEventListener("popstate", () => (place.value = here()));

/** The address of a page, for links: `to` is as the router has it, `/queue/texts?item=1`. */
export function address(to: string): string {
  return BASE + to;
}

export function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const url = address(to);
  if (url === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  const moved = here().path !== place.value.path;
  place.value = here();
  if (moved) window.scrollTo(0, 0);
}

/** Changes parameters of the query and leaves the others; an empty value removes one. */
export function setQuery(
  changes: Record<string, string | undefined>,
  { replace = true }: { replace?: boolean } = {},
): void {
  const query = new URLSearchParams(place.value.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") query.delete(name);
    else query.set(name, value);
  }
  const search = query.toString();
  go(place.value.path + (search ? `?${search}` : ""), { replace });
}

export function parameter(name: string): string {
  return place.value.query.get(name) ?? "";
}

/** The values of a pattern's `:names`, or null where the path is another. */
export function matched(pattern: string, at: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const found = at.replace(/\/+$/, "").split("/");
  if (pattern === "/") return at === "/" ? {} : null;
  if (wanted.length !== found.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? "";
    if (part.startsWith(":")) values[part.slice(1)] = decoded(value);
    else if (part !== value) return null;
  }
  return values;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Plain clicks on links within the page change the place; all others are the browser's. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || !link.pathname.startsWith(`${BASE}/`)) return;
  if (link.pathname.startsWith(`${BASE}/sign_in`)) return;
  event.preventDefault();
  go(link.pathname.slice(BASE.length) + link.search);
}
