import type { EngineResult, Item } from "../api/types";
import { Facts } from "../components/facts";
import { type Mark, Text } from "../components/text";
import { wellness } from "../wellness";
import { t } from "../words";
import { Media } from "./media";
import { Veil } from "./veil";

/** What is shown of an item's content, also where no more of the item may be known. */
export type Judged = Pick<Item, "entity_type" | "moderation_payload"> &
  Partial<Pick<Item, "entity_id" | "flags" | "content_changed" | "masked_texts">>;

/** The engines' results; of a customer's own flags only what looks like one. */
export function resultsOf(item: Pick<Judged, "flags">): EngineResult[] {
  return (item.flags ?? []).flatMap((flag) =>
    ((flag.result ?? []) as Partial<EngineResult>[]).filter(
      (result): result is EngineResult => typeof result?.provider_name === "string" && Array.isArray(result.labels),
    ),
  );
}

function marksIn(text: string, results: readonly EngineResult[]): Mark[] {
  return results
    .filter((result) => result.text === text)
    .flatMap((result) => result.spans ?? [])
    .map(({ start, end, term }) => ({ start, end, term: term ?? "" }));
}

function isVeiled(results: readonly EngineResult[], text: string): boolean {
  const { veiled: labels } = wellness.value;
  if (labels.length === 0) return false;
  return results.some(
    (result) => (result.text === undefined || result.text === text) && result.labels.some((label) => labels.includes(label)),
  );
}

const MEDIA = [
  ["images", "image"],
  ["videos", "video"],
  ["audios", "audio"],
] as const;

/** The content as it was judged, with what engines found marked where it stands. */
export function Content({ item }: { item: Judged }) {
  const payload = item.moderation_payload ?? {};
  const results = resultsOf(item);
  const texts = payload.texts ?? [];
  const custom = Object.entries(payload.custom ?? {});
  const masked = item.masked_texts ?? [];
  return (
    <section class="card stack content" aria-label={t("content.texts")}>
      {item.content_changed && <p class="notice">{t("queue.contentChanged")}</p>}
      {texts.map((text, index) => (
        <Veil key={index} veiled={isVeiled(results, text)} hint={t("content.hiddenText")}>
          <Text text={String(text)} marks={marksIn(text, results)} />
        </Veil>
      ))}
      {MEDIA.map(([field, kind]) =>
        (payload[field] ?? []).map((url, index) => (
          <Media key={`${field}${index}`} kind={kind} url={String(url)} number={index + 1} />
        )),
      )}
      {texts.length === 0 && MEDIA.every(([field]) => !payload[field]?.length) && (
        <p class="faint">
          {item.entity_type === "stream:user" ? item.entity_id : t("common.empty")}
        </p>
      )}
      {masked.some((text, index) => text !== texts[index]) && (
        <details>
          <summary>{t("content.masked")}</summary>
          {masked.map((text, index) => (
            <Text key={index} text={text} />
          ))}
        </details>
      )}
      {custom.length > 0 && (
        <details>
          <summary>{t("content.custom")}</summary>
          <Facts
            of={custom.map(([name, value]) => [
              name,
              <Text text={typeof value === "string" ? value : (JSON.stringify(value) ?? "")} />,
            ])}
          />
        </details>
      )}
    </section>
  );
}
