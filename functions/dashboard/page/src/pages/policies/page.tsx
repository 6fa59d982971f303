import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Form, TextField } from "../../components/form";
import { Head } from "../../components/head";
import { usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { useKeys } from "../../keys/manager";
import { address, go } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";
import { engineTitle } from "./engines";

export type Policy = AnswerOf<"/api/v2/moderation/configs", "post">["configs"][number];

export function partsOf(policy: Policy): [string, Record<string, unknown>][] {
  return Object.entries(policy).filter(
    (entry): entry is [string, Record<string, unknown>] =>
      entry[0].endsWith("_config") && typeof entry[1] === "object" && entry[1] !== null,
  );
}

export function PoliciesPage() {
  const [key, setKey] = useState("");
  const pages = usePages<Policy>(
    async (cursor) => {
      const { configs, next } = await api.post("/api/v2/moderation/configs", {
        body: { limit: 50, ...(cursor ? { next: cursor } : {}) },
      });
      return { rows: configs, next };
    },
    [],
  );
  useKeys({ refresh: pages.reload });
  return (
    <>
      <Head title={t("nav.policies")} />
      <p class="hint">{t("policies.what")}</p>
      <PagedTable<Policy>
        caption={t("nav.policies")}
        id={(row) => `${row.key} ${row.team}`}
        pages={pages}
        columns={[
          {
            title: t("f.key"),
            cell: (row) => (
              <>
                <a
                  href={address(
                    `/policies/${encodeURIComponent(row.key)}${row.team ? `?team=${encodeURIComponent(row.team)}` : ""}`,
                  )}
                >
                  {row.key}
                </a>{" "}
                {row.team && <Badge>{row.team}</Badge>}
              </>
            ),
          },
          {
            title: t("policies.engines"),
            width: "wide",
            cell: (row) => (
              <span class="row">
                {partsOf(row).map(([part, config]) => (
                  <Badge key={part} tone={config["enabled"] === false ? "plain" : "good"}>
                    {engineTitle(part)}
                    {config["enabled"] === false && ` (${t("rules.off")})`}
                  </Badge>
                ))}
              </span>
            ),
          },
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.updated_at} /> },
        ]}
      />
      {holds("configure") && (
        <Form class="row new" send={() => go(`/policies/${encodeURIComponent(key)}`)}>
          <TextField label={t("policies.newKey")} value={key} change={setKey} required maxLength={128} />
          <button type="submit">{t("registry.add")}</button>
        </Form>
      )}
    </>
  );
}
