import "../../styles/leading.css";
import { Parts } from "../../components/parts";
import { t } from "../../words";
import { Statements } from "./statements";
import { Submissions } from "./submissions";

export default function TransparencyPage() {
  return (
    <>
      <div class="page-head">
        <h1>{t("nav.transparency")}</h1>
      </div>
      <Parts
        label={t("nav.transparency")}
        of={[
          { id: "statements", title: t("statement.many"), view: () => <Statements /> },
          { id: "submissions", title: t("submissions.title"), view: () => <Submissions /> },
        ]}
      />
    </>
  );
}
