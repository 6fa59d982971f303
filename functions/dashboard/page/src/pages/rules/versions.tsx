import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Badge } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { usePages } from "../../components/pages";
import { Empty, Loading, Problem } from "../../components/states";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { setQuery } from "../../router";
import { holds } from "../../session";
import { t } from "../../words";
import { Compare } from "./compare";
import { written, type Written } from "./rule";

interface VersionsProps {
  id: string;
  present: number;
  take: (rule: Written) => void;
  reload: () => void;
}

/** Every save: who, when, why, what became different, and a way back. */
export function Versions({ id, present, take, reload }: VersionsProps) {
  const [restoring, setRestoring] = useState(0);
  const pages = usePages(
    async (cursor) => {
      const query = { limit: 25, cursor };
      const { versions, next } = await api.get("/api/v1/rules/{id}/versions", { path: { id }, query });
      return { rows: versions, next };
    },
    [id],
  );
  const look = (version: number) =>
    api
      .get("/api/v1/rules/{id}/versions/{version}", { path: { id, version } })
      .then((answer) => {
        take(written(answer.version.rule));
        setQuery({ part: "" });
        say(t("versions.taken", { version }));
      })
      .catch(sayFailure);
  return (
    <>
      {pages.rows.length > 1 && <Compare id={id} versions={pages.rows.map((each) => each.version)} />}
      <ol class="bare stack">
        {pages.rows.map((each) => (
          <li key={each.version} class="card stack">
            <div class="row spread">
              <span class="row">
                <b>{t("rules.version", { version: each.version })}</b>
                {each.version === present && <Badge tone="good">{t("versions.present")}</Badge>}
                {each.restored_from && <Badge>{t("versions.from", { version: each.restored_from })}</Badge>}
                <span>{t("history.by", { who: each.by })}</span>
                {each.drafted_by && <span class="faint">{t("versions.drafted", { who: each.drafted_by })}</span>}
                <Time at={each.active_from} />
              </span>
              <span class="row">
                <button onClick={() => void look(each.version)}>
                  {t("versions.take")}
                  <span class="unseen"> {each.version}</span>
                </button>
                {each.version !== present && holds("configure") && (
                  <button onClick={() => setRestoring(each.version)}>
                    {t("versions.restore")}
                    <span class="unseen"> {each.version}</span>
                  </button>
                )}
              </span>
            </div>
            {each.reason && <p dir="auto">{each.reason}</p>}
            <ul class="changes">
              {each.changes.map((change) => (
                <li key={change} dir="auto" lang="en">
                  {change}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {pages.rows.length === 0 && !pages.loading && pages.error === undefined && <Empty />}
      {pages.error !== undefined && <Problem error={pages.error} retry={pages.reload} />}
      {pages.loading && <Loading />}
      {pages.more && (
        <button class="more" onClick={pages.more}>
          {t("common.more")}
        </button>
      )}
      {restoring > 0 && (
        <Confirm
          title={t("versions.restoreOf", { version: restoring })}
          button={t("versions.restore")}
          asksWhy="optional"
          close={() => setRestoring(0)}
          act={async (reason) => {
            const body = { expected_version: present, ...(reason ? { reason } : {}) };
            const path = { id, version: restoring };
            const { rule } = await api.post("/api/v1/rules/{id}/versions/{version}/restore", { path, body });
            say(t("shadow.promoted", { version: rule.version }));
            reload();
          }}
        />
      )}
    </>
  );
}
