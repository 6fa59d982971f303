import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Bars, Ranking } from "../../charts/bars";
import { Badge, toneOf } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Facts } from "../../components/facts";
import { Fields, type Values } from "../../components/fields";
import { Shown, useResource } from "../../components/resource";
import { Empty } from "../../components/states";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { useKeys } from "../../keys/manager";
import { address } from "../../router";
import { holds } from "../../session";
import { number, percent, said, t } from "../../words";
import { endpointName, stateName } from "../../item/deliveries";

type Endpoint = AnswerOf<"/api/v1/endpoints/{id}", "get">["endpoint"];
/** Of so many receivers the health is shown at once. */
const MOST = 30;

async function load(): Promise<Endpoint[]> {
  const { endpoints } = await api.get("/api/v1/endpoints", { query: { limit: MOST } });
  const all = endpoints.map(({ id }) => api.get("/api/v1/endpoints/{id}", { path: { id } }));
  return (await Promise.all(all)).map(({ endpoint }) => endpoint);
}

/** Who is called: how well they answer, and what to do where they do not. */
export function Endpoints() {
  const all = useResource(load, []);
  useKeys({ refresh: all.reload });
  return (
    <Shown of={all}>
      {(endpoints) =>
        endpoints.length === 0 ? (
          <Empty>{t("endpoints.none")}</Empty>
        ) : (
          <>
            <section class="card">
              <Bars
                title={t("endpoints.latency")}
                unit=" ms"
                labels={endpoints.map(endpointName)}
                series={[
                  { name: "p50", values: endpoints.map((each) => each.health.p50_milliseconds ?? 0) },
                  { name: "p99", values: endpoints.map((each) => each.health.p99_milliseconds ?? 0) },
                ]}
              />
            </section>
            <div class="grid">
              {endpoints.map((each) => (
                <One key={each.id} endpoint={each} reload={all.reload} />
              ))}
            </div>
          </>
        )
      }
    </Shown>
  );
}

type Asked = "disable" | "redeliver" | "replay";

function One({ endpoint, reload }: { endpoint: Endpoint; reload: () => void }) {
  const [asking, setAsking] = useState<Asked>();
  const { health } = endpoint;
  const at = { path: { id: endpoint.id } };
  return (
    <section class="card stack">
      <div class="row spread">
        <h2 dir="auto">{endpointName(endpoint)}</h2>
        <Badge tone={toneOf(endpoint.state)}>{said("o", endpoint.state)}</Badge>
      </div>
      <code>{endpoint.url}</code>
      <Facts
        of={[
          [t("endpoints.success"), health.success_rate === null ? "–" : percent(health.success_rate)],
          [
            "p50 / p99",
            [health.p50_milliseconds, health.p99_milliseconds]
              .map((each) => (each === null ? "–" : `${number(each, { maximumFractionDigits: 0 })} ms`))
              .join(" / "),
          ],
          [
            t("endpoints.failures"),
            <>
              {number(endpoint.failures)}{" "}
              {endpoint.failures > 0 && (
                <>
                  (<Time at={endpoint.last_failure_at} />)
                </>
              )}
            </>,
          ],
          [t("endpoints.openUntil"), endpoint.open_until && <Time at={endpoint.open_until} />],
          [t("endpoints.disabled"), endpoint.disabled_reason && `${endpoint.disabled_reason} ${endpoint.disabled_by}`],
          [t("endpoints.oldest"), health.oldest_waiting && <Time at={health.oldest_waiting.created_at} />],
        ]}
      />
      <Ranking
        title={t("endpoints.counts")}
        rows={Object.entries(health.counts).map(([state, value]) => ({ name: stateName(state), value }))}
      />
      <div class="row">
        <a class="button" href={address(`/deliveries?endpoint=${encodeURIComponent(endpoint.id)}`)}>
          {t("deliveries.title")}
        </a>
        {holds("configure") && (
          <>
            {endpoint.state === "closed" ? null : (
              <button
                class="primary"
                onClick={() => void api.post("/api/v1/endpoints/{id}/enable", at).then(reload, sayFailure)}
              >
                {t("endpoints.enable")}
              </button>
            )}
            {endpoint.state !== "disabled" && (
              <button class="danger" onClick={() => setAsking("disable")}>
                {t("resend.disable")}
              </button>
            )}
            <button onClick={() => setAsking("redeliver")}>
              {t("resend.redeliver")}
            </button>
            <button onClick={() => setAsking("replay")}>
              {t("resend.replay")}
            </button>
          </>
        )}
      </div>
      {asking && <Ask what={asking} endpoint={endpoint} close={() => setAsking(undefined)} reload={reload} />}
    </section>
  );
}

const DAY = 86_400_000;

interface AskProps {
  what: Asked;
  endpoint: Endpoint;
  close: () => void;
  reload: () => void;
}

function Ask({ what, endpoint, close, reload }: AskProps) {
  const [value, setValue] = useState<Values>({
    since: new Date(Date.now() - DAY).toISOString(),
    per_second: 10,
    source: "",
  });
  const at = { path: { id: endpoint.id } };
  const act = async (reason: string, id: string) => {
    const { since, until, per_second } = value;
    const body = { since: String(since ?? ""), per_second: Number(per_second), ...(until ? { until: String(until) } : {}) };
    if (what === "disable") await api.post("/api/v1/endpoints/{id}/disable", { ...at, body: { reason } });
    else {
      const { resending } =
        what === "redeliver"
          ? await api.post("/api/v1/endpoints/{id}/redeliver", { ...at, body, id })
          : await api.post("/api/v1/endpoints/{id}/replay", { ...at, body: { ...body, source: String(value["source"]) }, id });
      say(t("endpoints.resending", { n: resending.resent }));
    }
    reload();
  };
  return (
    <Confirm
      title={`${t(`resend.${what}`)}: ${endpointName(endpoint)}`}
      button={t(`resend.${what}`)}
      danger={what === "disable"}
      {...(what === "disable" ? { asksWhy: "required" as const } : {})}
      close={close}
      act={act}
    >
      <p>{t(`resend.${what}What`)}</p>
      {what !== "disable" && (
        <Fields
          shape={[
            { name: "since", kind: "time" },
            { name: "until", kind: "time", optional: true },
            { name: "per_second", kind: "number", min: 1, max: 100 },
            ...(what === "replay" ? [{ name: "source" as const }] : []),
          ]}
          value={value}
          change={(changes) => setValue({ ...value, ...changes })}
        />
      )}
    </Confirm>
  );
}
