import type { Item } from "../api/types";
import { say } from "../components/toasts";
import { appSettings } from "../wellness";
import { t } from "../words";

const LONGEST = 4_000;

/** Opens the operator's translator with the text, as somebody asked for it: nothing goes there by itself. */
export function translate(item: Item): void {
  const { translate_url: url } = appSettings.value;
  const text = (item.moderation_payload?.texts ?? []).join("\n").slice(0, LONGEST);
  if (!url) say(t("content.noTranslation"));
  else {
    const there = new URL(url);
    there.searchParams.set("text", text);
    window.open(there, "_blank", "noopener,noreferrer");
  }
}
