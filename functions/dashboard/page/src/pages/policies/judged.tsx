import type { AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { address } from "../../router";
import { number, said, t } from "../../words";

/** What engines and rules say of a text. */
export function Judged({ answer }: { answer: AnswerOf<"/api/v1/try", "post"> }) {
  return (
    <div class="stack" role="status">
      <p class="row">
        {t("why.recommends")}: <Badge tone={answer.recommended_action === "keep" ? "good" : "bad"}>{said("o", answer.recommended_action)}</Badge>
      </p>
      <ul class="bare">
        {answer.engines.map((engine) => (
          <li key={engine.name}>
            <span class="row">
              <b title={engine.name}>{said("o", engine.name)}</b> <span class="faint">{number(engine.ms)} ms</span>
              {!engine.judged && <Badge tone="warn">{engine.why ?? t("why.unknownHeld")}</Badge>}
            </span>
            {engine.labels.map((each, index) => (
              <span key={index} class="row">
                <meter min={0} max={1} value={each.score} aria-hidden="true" /> {each.name} {number(each.score)}
                <Badge>{said("o", each.action)}</Badge>
                {each.spans.map((span) => span.term).join(", ")}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {answer.triggered_rules.map((rule) => (
        <p key={rule.rule_id}>
          <a href={address(`/rules/${encodeURIComponent(rule.rule_id)}`)}>{rule.rule_name}</a>
        </p>
      ))}
    </div>
  );
}
