import type { Clause, ExplainedRule, Flag, Item, Report } from "../api/types";
import { Badge, toneOf } from "../components/badge";
import { type Resource, Shown } from "../components/resource";
import { Text } from "../components/text";
import { Time } from "../components/time";
import { actionTitle } from "../decisions/kinds";
import { nameOf } from "../names";
import { language, number, said, t } from "../words";
import { fieldsOf } from "./asked";
import { resultsOf } from "./content";

interface WhyProps {
  item: Item;
  rules: Resource<{ rules: ExplainedRule[] }>;
  reports: Resource<{ reports: Report[] }>;
}

/** What engines, people and rules say about an item. */
export function Why({ item, rules, reports }: WhyProps) {
  const engines = resultsOf(item).filter((result) => result.provider_name !== "rule");
  const people = (item.flags ?? []).filter((flag) => flag.user_id && flag.type !== "user_report");
  return (
    <section class="card stack" aria-label={t("why.title")}>
      <h2>{t("why.title")}</h2>
      {(item.not_judged ?? []).length > 0 && (
        <p class="notice">{t("why.notJudged", { engines: engineNames(item.not_judged ?? []) })}</p>
      )}
      <ul class="verdicts">
        {engines.map((result, index) => (
          <li key={index} class="row">
            <b title={result.provider_name}>{said("o", result.provider_name)}</b>
            {result.labels.map((label) => (
              <Badge key={label}>{label}</Badge>
            ))}
            {typeof result.score === "number" && <Score score={result.score} />}
            {result.action && <Badge tone={toneOf(result.action)}>{said("o", result.action)}</Badge>}
          </li>
        ))}
        {people.map((flag, index) => (
          <PersonFlag key={index} flag={flag} />
        ))}
      </ul>
      {(item.flags ?? []).length === 0 && <p class="faint">{t("why.noFlags")}</p>}
      <Shown of={reports}>{(found) => <Reports reports={found.reports} />}</Shown>
      <Shown of={rules}>{(found) => <Rules rules={found.rules} />}</Shown>
    </section>
  );
}

function Score({ score }: { score: number }) {
  return (
    <span class="score">
      <meter min={0} max={1} value={Math.min(1, Math.max(0, score))} aria-hidden="true" /> {number(score)}
    </span>
  );
}

function PersonFlag({ flag }: { flag: Flag }) {
  return (
    <li class="row">
      <b>{t("why.flaggedBy", { who: flag.user_id })}</b>
      {(flag.labels ?? []).map((label) => (
        <Badge key={label}>{label}</Badge>
      ))}
      <Time at={flag.created_at} />
      {flag.reason && <Text text={flag.reason} />}
    </li>
  );
}

/** Reports, those of a category together. */
function Reports({ reports }: { reports: Report[] }) {
  if (reports.length === 0) return null;
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    for (const category of report.categories ?? []) {
      groups.set(category, [...(groups.get(category) ?? []), report]);
    }
  }
  return (
    <div>
      <h3>{t("why.reports")}</h3>
      {[...groups].map(([category, found]) => (
        <details key={category} open={found.length <= 3}>
          <summary>
            {nameOf("report_categories", category)}: {t("why.reportsOf", { n: found.length })}
          </summary>
          <ul class="stack reports">
            {found.map((report) => (
              <li key={report.id}>
                <span class="row">
                  <b>{report.reporter_id || t("common.unknown")}</b> <Time at={report.created_at} />
                </span>
                {report.reason && <Text text={report.reason} />}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Rules({ rules }: { rules: ExplainedRule[] }) {
  const holding = rules.filter((rule) => rule.holds !== false);
  const others = rules.filter((rule) => rule.holds === false);
  if (rules.length === 0) return null;
  return (
    <div>
      <h3>{t("why.rules")}</h3>
      {holding.map((rule) => (
        <Rule key={rule.rule_id} rule={rule} open />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{t("why.otherRules", { n: others.length })}</summary>
          {others.map((rule) => (
            <Rule key={rule.rule_id} rule={rule} />
          ))}
        </details>
      )}
    </div>
  );
}

function Rule({ rule, open = false }: { rule: ExplainedRule; open?: boolean }) {
  const miss = rule.nearest_miss;
  return (
    <details open={open} class="rule">
      <summary>
        {rule.rule_name} <span class="faint">v{rule.rule_version}</span> <Holds holds={rule.holds} />{" "}
        {rule.actions.map((action) => (
          <Badge key={action}>{actionTitle(action)}</Badge>
        ))}
      </summary>
      <ClauseTree clause={rule.clause} />
      {rule.holds === false && miss && (
        <p class="hint">
          {t("why.missed")}: <span lang="en">{miss.of}</span>: {String(miss.seen ?? "–")} {said("o", miss.operator)}{" "}
          {String(miss.threshold ?? "–")}
        </p>
      )}
      {rule.off_because && (
        <p class="hint" lang="en">
          {rule.off_because}
        </p>
      )}
    </details>
  );
}

export function Holds({ holds }: { holds: boolean | null }) {
  if (holds === null) return <Badge tone="warn">{t("why.unknownHeld")}</Badge>;
  return holds ? <Badge tone="bad">{t("why.held")}</Badge> : <Badge>{t("why.notHeld")}</Badge>;
}

export function engineNames(names: readonly string[]): string {
  return names.map((each) => said("o", each)).join(", ");
}

/** The server says a condition in English, and of what it is made. */
function textOf({ type, text, asked, parts }: Clause): string {
  return language.value === "en" && !parts ? text : said("c", type) + fieldsOf(asked ?? {});
}

export function ClauseTree({ clause }: { clause: Clause }) {
  const values = Object.entries(clause.values ?? {}).filter(([, value]) => value !== null);
  return (
    <div class="clause" data-holds={String(clause.holds)}>
      <span>
        <span aria-hidden="true">{clause.holds === null ? "?" : clause.holds ? "✓" : "✗"}</span>
        <span class="unseen">{clause.holds === null ? t("why.unknownHeld") : clause.holds ? t("why.held") : t("why.notHeld")}:</span>{" "}
        {textOf(clause)}
        {values.map(([name, value]) => (
          <code key={name}>
            {" "}
            {name} = {typeof value === "object" ? JSON.stringify(value) : String(value)}
          </code>
        ))}
      </span>
      {(clause.parts ?? []).map((part, index) => (
        <ClauseTree key={index} clause={part} />
      ))}
    </div>
  );
}
