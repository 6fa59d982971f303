import { useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Fields, Group, type Shape, type Values } from "../../components/fields";
import { Checkbox, Form, Select, TextArea, TextField, useSending } from "../../components/form";
import { actionTitle } from "../../decisions/kinds";
import { nameOf } from "../../names";
import { ClauseTree, engineNames, Holds } from "../../item/why";
import { number, said, t } from "../../words";
import { Warnings } from "./editor";
import { type RuleProps, sent } from "./rule";

type Tried = AnswerOf<"/api/v1/rules/try", "post">;
const OF = ["text", "item", "user"] as const;
type Of = (typeof OF)[number];

const USER: readonly Shape[] = [
  { name: "age", optional: true },
  { name: "role", optional: true },
  { name: "flagged_count", kind: "number", min: 0, optional: true },
  { name: "custom", kind: "pairs" },
];
const POSTS: readonly Shape[] = [
  { name: "count", kind: "number", min: 0, optional: true },
  { name: "ago", optional: true },
  { name: "classes", kind: "names" },
  { name: "lists", kind: "names" },
  { name: "matching", kind: "flag" },
];

/** What was filled in: nothing is said of the rest. */
function given(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && value !== "" && JSON.stringify(value) !== "{}",
    ),
  );
}

export function Trying({ id, rule, found }: RuleProps) {
  const [of, setOf] = useState<Of>("text");
  const [text, setText] = useState("");
  const [item, setItem] = useState("");
  const [policy, setPolicy] = useState("");
  const [user, setUser] = useState<Values>({});
  const [posts, setPosts] = useState<Values>({ count: null, ago: "10m" });
  const [reports, setReports] = useState<Values>({});
  const [ordinary, setOrdinary] = useState(true);
  const [answer, setAnswer] = useState<Tried>();
  const sending = useSending();
  const run = () =>
    sending.send(async () => {
      const author = given({ ...user, ...(posts["count"] ? { posts: [given(posts)] } : {}) });
      const body = {
        rule: sent(rule),
        ...(found.rule ? { rule_id: id } : {}),
        ...(of === "text" ? { text, ...(policy ? { config_key: policy } : {}) } : {}),
        ...(of === "item" ? { item_id: item.trim() } : {}),
        ...(of !== "item" && Object.keys(author).length > 0 ? { user: author } : {}),
        ...(Object.keys(reports).length > 0 ? { reports: reports as Record<string, number> } : {}),
        as_user: ordinary,
      };
      setAnswer(await api.post("/api/v1/rules/try", { body }));
    });
  return (
    <div class="halves">
      <Form class="card" send={run}>
        <Select
          label={t("try.of")}
          value={of}
          change={setOf}
          options={OF.map((value) => ({ value, label: t(`tried.${value}`) }))}
        />
        {of === "text" && (
          <>
            <TextArea label={t("content.texts")} value={text} change={setText} rows={4} />
            <TextField label={t("queue.policy")} value={policy} change={setPolicy} />
          </>
        )}
        {of === "item" && <TextField label={t("f.item_id")} value={item} change={setItem} required />}
        {of !== "item" && (
          <details open={of === "user"}>
            <summary>{t("try.invented")}</summary>
            <div class="stack">
              <p class="hint">{t("try.notSaid")}</p>
              <Fields shape={USER} value={user} change={(changes) => setUser({ ...user, ...changes })} />
              <Group title={t("try.posts")}>
                <Fields shape={POSTS} value={posts} change={(changes) => setPosts({ ...posts, ...changes })} />
              </Group>
            </div>
          </details>
        )}
        <Fields
          shape={[{ name: "reports", kind: "counts" }]}
          value={{ reports }}
          change={(changes) => setReports((changes["reports"] ?? {}) as Values)}
        />
        <Checkbox label={t("try.ordinary")} checked={ordinary} change={setOrdinary} />
        {sending.problem}
        <button type="submit" class="primary" disabled={sending.busy}>
          {t("rules.try")}
        </button>
      </Form>
      <section class="card stack" aria-live="polite" aria-label={t("try.answer")}>
        {answer ? <Answer answer={answer} /> : <p class="state">{t("try.nothing")}</p>}
      </section>
    </div>
  );
}

function shown(value: unknown): string {
  return typeof value === "number" ? number(value) : String(value ?? "–");
}

function Answer({ answer }: { answer: Tried }) {
  const { nearest_miss: miss, smallest_change: change } = answer;
  return (
    <>
      <div class="row">
        <Holds holds={answer.holds} /> <span class="faint">{t("try.recommends")}</span>
        <Badge>{said("o", answer.recommended_action)}</Badge>
      </div>
      <ClauseTree clause={answer.clause} />
      {miss && (
        <p>
          <b>{t("why.missed")}:</b> <span lang="en">{miss.of}</span>: {shown(miss.seen)} {said("o", miss.operator)} {shown(miss.threshold)}
          {miss.distance !== null && ` (${t("try.lacks", { much: number(miss.distance) })})`}
        </p>
      )}
      {change && (
        <p>
          <b>{t(change.to ? "try.wouldHold" : "try.wouldNotHold")}</b>{" "}
          <span lang="en">
            {change.changes.map((each) => `${each.of}: ${shown(each.before)} → ${each.after}`).join("; ")}
          </span>
        </p>
      )}
      {answer.not_judged.length > 0 && <p class="notice">{t("why.notJudged", { engines: engineNames(answer.not_judged) })}</p>}
      {answer.set_aside.length > 0 && <p class="hint">{t("try.setAside", { what: answer.set_aside.join(", ") })}</p>}
      <Warnings of={answer.warnings} />
      <h3>{t("try.order")}</h3>
      <ol class="bare">
        {answer.order.map((each, index) => (
          <li key={index} class="row">
            <span dir="auto">{each.is_tried ? <b>{each.rule_name}</b> : each.rule_name}</span>
            <Badge tone={each.outcome === "fires" ? "bad" : "plain"}>{t(`outcome.${each.outcome}`)}</Badge>
            {each.because && <span class="faint">{nameOf("rules", each.because)}</span>}
          </li>
        ))}
        {answer.order.length === 0 && <li class="faint">{t("common.nothing")}</li>}
      </ol>
      <h3>{t("try.wouldDo")}</h3>
      <ol class="bare">
        {answer.would_do.map((each, index) => (
          <li key={index}>
            <span class="row">
              <b>{actionTitle(each.action)}</b> <span dir="auto">{each.rule_name}</span>
              {each.cap && <Badge tone="warn">{t("try.cap", { cap: said("o", each.cap) })}</Badge>}
              {each.why_not && <Badge>
                  <span lang="en">{each.why_not}</span>
                </Badge>}
            </span>
            {each.sends && <code>{JSON.stringify(each.sends)}</code>}
          </li>
        ))}
        {answer.would_do.length === 0 && <li class="faint">{t("common.nothing")}</li>}
      </ol>
    </>
  );
}
