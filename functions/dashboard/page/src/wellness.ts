import { computed, signal } from "./state";
import { api } from "./api/client";
import type { PageSettings } from "./api/types";
import { preferences } from "./preferences";

export type Reason = PageSettings["decision_reasons"][number];

/** As careful as it gets, until the app's own are there. */
export const appSettings = signal<PageSettings>({
  decision_reasons: [],
  act_needs_reason: false,
  keep_needs_reason: false,
  blur: true,
  grey: true,
  mute: true,
  veil_text_labels: [],
  space_severity: 0,
  space_labels: [],
  translate_url: "",
});

export async function loadAppSettings(): Promise<void> {
  appSettings.value = (await api.get("/api/v1/page_settings")).page_settings;
}

/** Which items do not follow one another, as the API is asked. */
export type Spacing = { severity?: number; labels: string[] };

/** What the member wants before what the app proposes. */
export const wellness = computed(() => {
  const { media, veiled, apart } = preferences.value;
  const { blur, grey, mute, veil_text_labels, space_severity, space_labels } = appSettings.value;
  const severity = apart.severity ?? space_severity;
  const labels = apart.labels ?? space_labels;
  const spacing: Spacing = { labels, ...(severity > 0 && { severity }) };
  return {
    blur: media.blur ?? blur,
    grey: media.grey ?? grey,
    mute: media.mute ?? mute,
    veiled: veiled ?? veil_text_labels,
    spacing: severity > 0 || labels.length > 0 ? spacing : undefined,
  };
});

/** Those on the keys 1 to 9. */
export function reasonsOf(settings: PageSettings): readonly Reason[] {
  return settings.decision_reasons.slice(0, 9);
}
