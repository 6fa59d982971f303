import { api, type AnswerOf } from "../../api/client";
import { Badge, toneOf } from "../../components/badge";
import { listed, usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { sayFailure } from "../../components/toasts";
import { useKeys } from "../../keys/manager";
import { holds } from "../../session";
import { said, t } from "../../words";

type Submission = AnswerOf<"/api/v1/transparency_database/submissions", "get">["submissions"][number];
const AGAIN: ReadonlySet<string> = new Set(["refused", "failed", "scrubbed", "incomplete"]);

/** What went to the EU's transparency database, and what it said. */
export function Submissions() {
  const pages = usePages<Submission>(
    listed("/api/v1/transparency_database/submissions", "submissions", { limit: 50 }),
    [],
  );
  useKeys({ refresh: pages.reload });
  const retry = (id: string) =>
    api.post("/api/v1/transparency_database/submissions/{id}/retry", { path: { id } }).then(pages.reload, sayFailure);
  return (
    <>
      <p class="hint">{t("submissions.what")}</p>
      <PagedTable<Submission>
        caption={t("submissions.title")}
        id={(row) => row.statement_id}
        pages={pages}
        columns={[
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.updated_at} /> },
          {
            title: t("deliveries.state"),
            cell: (row) => (
              <>
                <Badge tone={toneOf(row.state)}>{said("o", row.state)}</Badge> {row.mode && <span class="faint">{row.mode}</span>}
              </>
            ),
          },
          { title: t("statement.title"), cell: (row) => <code>{row.statement_id}</code> },
          {
            title: t("submissions.said"),
            width: "wide",
            cell: (row) => (
              <>
                {row.permalink && <a href={row.permalink}>{row.uuid}</a>}
                {Object.entries(row.problems ?? {}).map(([field, problem]) => (
                  <p key={field} class="hint">
                    {field}: {problem}
                  </p>
                ))}
                {row.held ?? row.reason}
              </>
            ),
          },
          {
            title: t("registry.do"),
            cell: (row) =>
              holds("decide") && AGAIN.has(row.state) ? (
                <button onClick={() => void retry(row.statement_id)}>
                  {t("common.retry")}
                  <span class="unseen"> {row.statement_id}</span>
                </button>
              ) : null,
          },
        ]}
      />
    </>
  );
}
