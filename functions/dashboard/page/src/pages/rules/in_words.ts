import { fieldsOf, valueOf } from "../../item/asked";
import { said, t } from "../../words";
import { cleaned, type Condition } from "./conditions";
import { actionTitle } from "../../decisions/kinds";
import type { Written } from "./rule";

const STEP = "\u2003";

/** A rule in words, a line each thing that can become different. */
export function inWords(rule: Written): string[] {
  const { name, scope, when, actions, strike, exempt, ...limits } = rule;
  return [
    `${t("f.name")}: ${name}`,
    `${t("rules.scope")}: ${t(`scope.${scope}`)}`,
    `${t("rules.when")}:`,
    ...conditionLines(cleaned(when), STEP),
    `${t("rules.then")}:`,
    ...actions.map((each) => `${STEP}${actionTitle(each.action)}${fieldsOf(each.values)}`),
    ...(strike ? [`${said("o", "strike")}${fieldsOf(strike)}`] : []),
    ...(exempt ? [`${t("rules.exempt")}${fieldsOf(exempt)}`] : []),
    ...Object.entries(limits).flatMap(([field, value]) =>
      value === null || value === undefined ? [] : [`${said("f", field)}: ${valueOf(value)}`],
    ),
  ];
}

function conditionLines({ type, conditions, condition, ...fields }: Condition, before: string): string[] {
  const within = [...(conditions ?? []), ...(condition ? [condition] : [])];
  return [
    `${before}${said("c", type)}${fieldsOf(fields)}`,
    ...within.flatMap((each) => conditionLines(each, before + STEP)),
  ];
}

/** Lines beside each other: those that both have in one row, what came beside what has gone. */
export function aligned(left: string[], right: string[]): [string, string][] {
  const common = left.map(() => right.map(() => 0));
  const shared = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row) row[j] = left[i] === right[j] ? shared(i + 1, j + 1) + 1 : Math.max(shared(i + 1, j), shared(i, j + 1));
    }
  }
  const rows: [string, string][] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const close = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) rows.push([gone[at] ?? "", come[at] ?? ""]);
    [gone, come] = [[], []];
  };
  for (let [i, j] = [0, 0]; i < left.length || j < right.length; ) {
    const [one, other] = [left[i], right[j]];
    if (one !== undefined && one === other) {
      close();
      rows.push([one, one]);
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || shared(i + 1, j) >= shared(i, j + 1))) {
      gone.push(one);
      i += 1;
    } else {
      come.push(other ?? "");
      j += 1;
    }
  }
  close();
  return rows;
}
