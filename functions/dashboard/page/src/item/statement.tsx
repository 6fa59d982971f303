import type { Statement } from "../api/types";
import { Badge } from "../components/badge";
import { Facts } from "../components/facts";
import { Text } from "../components/text";
import { Time } from "../components/time";
import { actionName } from "../decisions/kinds";
import { codes, said, t } from "../words";

const FAMILY = /^(DECISION_(VISIBILITY|MONETARY|PROVISION|ACCOUNT|GROUND)|STATEMENT_CATEGORY|KEYWORD|SOURCE|AUTOMATED_DECISION)_/;

/** A code of the EU's transparency database, as it can be read: in English it says what it means. */
export function codeName(code: string): string {
  return codes.value[code] ?? code.replace(FAMILY, "").replaceAll("_", " ").replace(/TC$/, "OF THE TERMS").toLowerCase();
}

function named(codes: readonly (string | undefined)[]): string {
  return codes.filter((code) => code !== undefined).map(codeName).join(", ");
}

export function restrictionOf(of: Statement): string {
  const { decision_visibility: seen = [], decision_monetary: money, decision_provision: provision, decision_account: account } = of;
  return named([...seen, money, provision, account]);
}

/** What is stated of a restriction: the ground, the clause, the text, and what it lacks. */
export function StatementView({ of }: { of: Statement }) {
  return (
    <div class="stack">
      <Facts
        of={[
          [t("statement.action"), <b>{actionName(of.action)}</b>],
          [t("statement.restriction"), restrictionOf(of)],
          [t("statement.ground"), named([of.decision_ground])],
          [t("statement.clause"), of.incompatible_content_ground ?? of.illegal_content_legal_ground],
          [t("statement.explanation"), of.incompatible_content_explanation ?? of.illegal_content_explanation],
          [
            t("statement.category"),
            of.category && (
              <>
                {codeName(of.category)} <span lang="en">{named(of.category_specification ?? [])}</span>
              </>
            ),
          ],
          [t("statement.facts"), of.facts_text],
          [t("statement.source"), named([of.source_type])],
          [t("statement.automated"), named([of.automated_decision])],
          [t("statement.ends"), of.ends_at && <Time at={of.ends_at} full />],
        ]}
      />
      {of.missing.length > 0 && (
        <p class="row">
          {t("statement.missing")}
          {of.missing.map((each) => (
            <Badge key={each} tone="warn">
              {said("f", each)}
            </Badge>
          ))}
        </p>
      )}
      {of.text ? (
        <blockquote lang={of.text_language}>
          <Text text={of.text} />
        </blockquote>
      ) : (
        <p class="faint">{t("statement.noText")}</p>
      )}
    </div>
  );
}
