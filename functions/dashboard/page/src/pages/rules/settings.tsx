import { useState } from "preact/hooks";
import { api, type BodyOf } from "../../api/client";
import { Fields, Group, type Shape, type Values } from "../../components/fields";
import { Form, useSending } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { say } from "../../components/toasts";
import { holds } from "../../session";
import { t } from "../../words";

type Settings = NonNullable<BodyOf<"/api/v1/rule_settings", "patch">>;

const PLAIN: readonly Shape[] = [
  { name: "cap_per_hour", kind: "number", min: 0, optional: true },
  { name: "count_evaluations", kind: "choice", options: ["sampled", "all"] },
];
const EXEMPT: readonly Shape[] = [
  { name: "staff", kind: "choice", options: ["calls", "everything", "nothing"] },
  { name: "trusted", kind: "flag" },
  { name: "roles", kind: "names" },
  { name: "lists", kind: "names" },
];

/** Changes some of what the app has set about rules: what is left out stays. */
export function changeRuleSettings(body: Settings) {
  return api.patch("/api/v1/rule_settings", { body });
}

/** What the app has set for all of its rules. */
export function RuleSettings() {
  const found = useResource(() => api.get("/api/v1/rule_settings"), []);
  return <Shown of={found}>{({ rule_settings: { first_match_only: _order, ...rest } }) => <Chosen settings={rest} />}</Shown>;
}

function Chosen({ settings }: { settings: Values }) {
  const [value, setValue] = useState<Values>(settings);
  const sending = useSending([...PLAIN.map((shape) => shape.name), "exempt"]);
  const exempt = value["exempt"] as Values;
  return (
    <Form class="card" send={() => sending.send(() => changeRuleSettings(value)).then((done) => done && say(t("common.saved")))}>
      <Fields shape={PLAIN} value={value} change={(changes) => setValue({ ...value, ...changes })} wrong={sending.wrong} />
      <Group title={t("app.exempt")}>
        <Fields
          shape={EXEMPT}
          value={exempt}
          change={(changes) => setValue({ ...value, exempt: { ...exempt, ...changes } })}
          wrong={(field) => sending.wrong(`exempt.${field}`)}
        />
      </Group>
      {sending.problem}
      {holds("configure") && (
        <button type="submit" class="primary" disabled={sending.busy}>
          {t("common.save")}
        </button>
      )}
    </Form>
  );
}
