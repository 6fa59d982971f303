import { api, request } from "../api/client";

export interface Reason {
  key: string;
  label: string;
  for?: "act" | "keep" | "both";
}

const MOST = 9;

interface Configured {
  decision_reasons?: Reason[];
}

/** The app's reasons, on the keys 1 to 9; without any the categories that people report by. */
export async function readReasons(): Promise<Reason[]> {
  const [settings, categories] = await Promise.all([
    request("get", "/api/v1/settings").then((answer) => (answer as { settings: Configured }).settings),
    api.get("/api/v1/report_categories", { query: { limit: 100 } }),
  ]).catch(() => [{} as Configured, { report_categories: [] }] as const);
  const own = settings.decision_reasons ?? [];
  const found =
    own.length > 0 ? own : categories.report_categories.map((each) => ({ key: each.id, label: each.name }));
  return found.slice(0, MOST);
}
