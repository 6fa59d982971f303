import { api, type BodyOf } from "../../api/client";

type Settings = NonNullable<BodyOf<"/api/v1/settings", "put">>;

/** Changes some of the app's settings: they are sent whole, as they are now. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  const { settings } = await api.get("/api/v1/settings");
  const {
    rules_paused: _paused,
    signing_secrets_count: _count,
    public_keys: _keys,
    updated_at: _at,
    ...body
  } = { ...settings, ...changes } as typeof settings;
  await api.put("/api/v1/settings", { body: body as Settings });
}
