import { Fields } from "../../components/fields";
import { Select } from "../../components/form";
import { said, t } from "../../words";
import { type Condition, KINDS, type Known } from "./conditions";
import type { Scope } from "./rule";

interface NodeProps {
  node: Condition;
  change: (node: Condition) => void;
  remove?: (() => void) | undefined;
  scope: Scope;
  known: Known;
  /** Where it stands, as the server names it: `when.conditions.0`. */
  path: string;
  wrong: (field: string) => string | undefined;
}

const GROUPS = ["all", "any", "not"];

/** A rule's conditions in words: what holds together, what instead, what not. */
export function ConditionTree({ node, change, remove, scope, known, path, wrong }: NodeProps) {
  const types = [...GROUPS, ...Object.keys(KINDS).filter((kind) => KINDS[kind]?.scopes.includes(scope))];
  if (!types.includes(node.type)) types.push(node.type);
  const shared = { scope, known, wrong };
  const children = node.conditions ?? [];
  const put = (at: number, next: Condition | undefined) =>
    change({ ...node, conditions: children.flatMap((each, index) => (index === at ? (next ?? []) : each)) });
  return (
    <div class={GROUPS.includes(node.type) ? "branch" : "branch leaf"}>
      <div class="row branch-head">
        <Select
          label={t("rules.condition")}
          value={node.type}
          options={types.map((value) => ({ value, label: said("c", value) }))}
          change={(type) => change(turned(node, type))}
          error={wrong(path)}
        />
        {remove && (
          <button class="danger" onClick={remove}>
            {t("rules.removeCondition")}
            <span class="unseen"> {said("c", node.type)}</span>
          </button>
        )}
      </div>
      {KINDS[node.type] && (
        <div class="branch-fields">
          <Fields
            key={node.type}
            shape={KINDS[node.type]?.fields(known) ?? []}
            value={node}
            change={(changes) => change({ ...node, ...changes })}
            wrong={(field) => wrong(`${path}.${field}`)}
          />
        </div>
      )}
      {node.condition && (
        <ConditionTree
          {...shared}
          node={node.condition}
          path={`${path}.condition`}
          change={(condition) => change({ ...node, condition })}
        />
      )}
      {node.conditions && (
        <>
          {children.map((child, index) => (
            <ConditionTree
              {...shared}
              key={index}
              node={child}
              path={`${path}.conditions.${index}`}
              change={(next) => put(index, next)}
              remove={children.length > 1 ? () => put(index, undefined) : undefined}
            />
          ))}
          <button class="add" onClick={() => change({ ...node, conditions: [...children, begun(scope)] })}>
            + {t("rules.addCondition")}
          </button>
        </>
      )}
    </div>
  );
}

function begun(scope: Scope): Condition {
  const type = scope === "user" ? "post_count" : scope === "reported_user" ? "report_count" : "classified_as";
  return { type, ...KINDS[type]?.start };
}

/** Another kind of condition in its place: what is in a group stays in it. */
function turned(node: Condition, type: string): Condition {
  if (type === "all" || type === "any") return { type, conditions: node.conditions ?? [within(node)] };
  if (type === "not") return { type, condition: within(node) };
  return { type, ...KINDS[type]?.start };
}

function within(node: Condition): Condition {
  if (node.type === "not" && node.condition) return node.condition;
  return node;
}
