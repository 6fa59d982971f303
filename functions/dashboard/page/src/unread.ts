import { signal } from "./state";
import { api } from "./api/client";

/** Failures that nobody has acknowledged. */
export const unread = signal(0);

export async function countUnread(): Promise<void> {
  try {
    unread.value = (await api.get("/api/v1/log/unread")).unread;
  } catch {
    // The next time will tell; nothing on the page depends on it.
  }
}

/** What is sent again has its answer within seconds, as a rule. */
export function countSoon(): void {
  for (const seconds of [1, 4, 12]) setTimeout(() => void countUnread(), seconds * 1_000);
}
