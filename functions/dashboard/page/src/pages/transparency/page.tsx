import { Head } from "../../components/head";
import { Parts } from "../../components/parts";
import { holds } from "../../session";
import { t } from "../../words";
import { FiguresOf } from "./figures";
import { Statements } from "./statements";
import { Submissions } from "./submissions";

export function TransparencyPage() {
  return (
    <>
      <Head title={t("nav.transparency")} />
      <Parts
        label={t("nav.transparency")}
        of={[
          { id: "statements", title: t("statement.many"), view: () => <Statements /> },
          ...(holds("oversee") ? [{ id: "figures", title: t("figures.title"), view: () => <FiguresOf /> }] : []),
          { id: "submissions", title: t("submissions.title"), view: () => <Submissions /> },
        ]}
      />
    </>
  );
}
