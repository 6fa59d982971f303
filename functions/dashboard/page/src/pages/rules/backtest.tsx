import { useEffect, useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Bars, Ranking } from "../../charts/bars";
import { Badge, toneOf } from "../../components/badge";
import { Form, Select, useSending } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { Time } from "../../components/time";
import { shortDay } from "../../components/times";
import { sayFailure } from "../../components/toasts";
import { actionName, actionTitle } from "../../decisions/kinds";
import { nameOf } from "../../names";
import { address, parameter, setQuery } from "../../router";
import { holds } from "../../session";
import { number, percent, said, t } from "../../words";
import { Interval } from "./interval";
import { type RuleProps, sent } from "./rule";

type Backtest = AnswerOf<"/api/v1/backtests/{id}", "get">["backtest"];
type Sample = Backtest["result"]["hits"][number];

/** What the rule as it is written would have done in the last days. */
export function Backtests({ id, rule, found }: RuleProps) {
  const [days, setDays] = useState("7");
  const sending = useSending();
  const chosen = parameter("run");
  const earlier = useResource(() => api.get("/api/v1/backtests", { query: { limit: 100 } }), [chosen]);
  const start = () =>
    sending.send(async () => {
      const body = { rule: sent(rule), ...(found.rule ? { rule_id: id } : {}), days: Number(days) };
      const { backtest } = await api.post("/api/v1/backtests", { body });
      setQuery({ run: backtest.id });
    });
  return (
    <>
      {holds("configure") && (
        <Form class="card" send={start}>
          <p>{t("backtest.what")}</p>
          <Select
            label={t("backtest.days")}
            value={days}
            change={setDays}
            options={["1", "7", "14", "30", "90"].map((value) => ({ value, label: value }))}
          />
          {sending.problem}
          <button type="submit" class="primary" disabled={sending.busy || !rule.name.trim()}>
            {t("backtest.start")}
          </button>
        </Form>
      )}
      {chosen && <Run key={chosen} id={chosen} />}
      <Shown of={earlier}>
        {({ backtests }) => {
          const own = backtests.filter((each) => each.rule_id === id || each.rule_name === rule.name);
          return own.length === 0 ? null : (
            <section class="card">
              <h2>{t("backtest.earlier")}</h2>
              <ul class="bare">
                {own.map((each) => (
                  <li key={each.id} class="row">
                    <a href={address(`/rules/${encodeURIComponent(id)}?part=backtest&run=${each.id}`)}>
                      <Time at={each.created_at} full />
                    </a>
                    <Badge tone={toneOf(each.status)}>{said("o", each.status)}</Badge>
                    <span class="faint">{each.created_by}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        }}
      </Shown>
    </>
  );
}

const GOING = ["pending", "running"];

function Run({ id }: { id: string }) {
  const run = useResource(() => api.get("/api/v1/backtests/{id}", { path: { id } }), [id]);
  const going = GOING.includes(run.data?.backtest.status ?? "");
  const { reload } = run;
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(reload, 1_500);
    return () => clearInterval(timer);
  }, [going, reload]);
  const end = (work: Promise<unknown>) => work.then(reload, sayFailure);
  return (
    <Shown of={run}>
      {({ backtest }) => (
        <section class="card stack">
          <div class="row spread">
            <h2>
              {t("rules.backtest")} <Badge tone={toneOf(backtest.status)}>{said("o", backtest.status)}</Badge>
            </h2>
            {going && holds("configure") && (
              <button onClick={() => void end(api.post("/api/v1/backtests/{id}/cancel", { path: { id } }))}>
                {t("common.cancel")}
              </button>
            )}
            {!going && holds("configure") && (
              <button
                class="danger"
                onClick={() =>
                  void api
                    .delete("/api/v1/backtests/{id}", { path: { id } })
                    .then(() => setQuery({ run: "" }), sayFailure)
                }
              >
                {t("common.delete")}
              </button>
            )}
          </div>
          <p class="hint">
            <Time at={backtest.starts_at} full /> – <Time at={backtest.ends_at} full />
          </p>
          {going && (
            <label class="stack">
              {t("backtest.progress", { share: percent(backtest.progress) })}
              <progress max={1} value={backtest.progress} />
            </label>
          )}
          {backtest.error && <p class="wrong">{backtest.error.description}</p>}
          <Result backtest={backtest} />
        </section>
      )}
    </Shown>
  );
}

function Result({ backtest }: { backtest: Backtest }) {
  const { result } = backtest;
  const { people } = result;
  return (
    <>
      <dl class="tiles">
        {(
          [
            ["seen", number(result.seen)],
            ["fired", `${number(result.fired)} (${percent(result.share)})`],
            ["users", `${result.users_exact ? "" : "≥ "}${number(result.users)}`],
            ["new", number(result.new)],
            ["noLonger", number(result.no_longer)],
            ["staff", number(result.staff)],
            ["trusted", number(result.trusted)],
            ["undecided", number(result.undecided.evaluations)],
            ["errors", number(result.errors)],
          ] as const
        ).map(([name, value]) => (
          <div key={name} class="card tile">
            <dt>{t(`result.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Bars
        title={t("backtest.byDay")}
        labels={result.days.map((day) => shortDay(day.day))}
        series={[
          { name: t("result.seen"), values: result.days.map((day) => day.seen) },
          { name: t("result.fired"), values: result.days.map((day) => day.fired) },
        ]}
      />
      <Interval title={t("shadow.people")} right={people.acted} wrong={people.kept} of={people} />
      {result.peak_hour && (
        <p>
          {t("backtest.peak", { n: result.peak_hour.fired })} <Time at={result.peak_hour.at} full />:{" "}
          {Object.entries(result.peak_hour.actions)
            .map(([action, count]) => `${actionTitle(action)} ${number(count)}`)
            .join(", ")}
        </p>
      )}
      <div class="grid">
        <Ranking
          title={t("backtest.mostHit")}
          rows={result.most_hit.map((each) => ({ name: each.user_id, value: each.fired }))}
        />
        <Ranking
          title={t("shadow.overlap")}
          rows={result.overlap.map((each) => ({ name: `${nameOf("rules", each.rule_id)} v${each.rule_version}`, value: each.fired }))}
        />
      </div>
      <Samples title={t("backtest.falseAlarms", { n: people.kept })} of={people.false_alarms} open />
      <Samples title={t("backtest.hits")} of={result.hits} />
      <Samples title={t("backtest.nearMisses")} of={result.near_misses} />
      {result.not_simulated.length > 0 && (
        <p class="hint">{t("backtest.notSimulated", { what: result.not_simulated.join(", ") })}</p>
      )}
      {Object.keys(result.undecided.because).length > 0 && (
        <p class="hint" lang="en">
          {Object.entries(result.undecided.because)
            .map(([why, count]) => `${why}: ${number(count)}`)
            .join("; ")}
        </p>
      )}
    </>
  );
}

function Samples({ title, of, open = false }: { title: string; of: readonly Sample[]; open?: boolean }) {
  if (of.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul class="bare">
        {of.map((each, index) => (
          <li key={index} class="row">
            <a href={address(`/item/${encodeURIComponent(each.item_id)}`)} class="line short">
              {each.entity_id ?? each.item_id}
            </a>
            <a href={address(`/users/${encodeURIComponent(each.user_id)}`)} class="faint line short">
              {each.user_id}
            </a>
            <Time at={each.at} />
            {each.decision && <Badge>{actionName(each.decision)}</Badge>}
            {typeof each.distance === "number" && <span class="faint">{number(each.distance)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
