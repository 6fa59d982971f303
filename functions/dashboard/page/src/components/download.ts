import { Failure } from "../api/client";
import { csrf } from "../session";

/** Hands a file to the browser's downloads. */
export function saved(name: string, content: string | Blob, type = "application/json"): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A file of the API's, which a plain link could not ask for: the session's header goes along. */
export async function fetched(path: string, query: Record<string, string>): Promise<Blob> {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  const response = await fetch(`${path}?${search}`, {
    headers: { "x-gavel-csrf": csrf.value },
    credentials: "same-origin",
    cache: "no-store",
  });
  if (!response.ok) throw new Failure(response.status, response.statusText);
  return response.blob();
}
