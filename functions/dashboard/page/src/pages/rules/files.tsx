import { useState } from "preact/hooks";
import { api, type BodyOf } from "../../api/client";
import { saved } from "../../components/download";
import { sayFailure } from "../../components/toasts";
import { Dialog } from "../../components/dialog";
import { FileButton } from "../../components/file";
import { Checkbox, useSending } from "../../components/form";
import { t } from "../../words";

type File = NonNullable<BodyOf<"/api/v1/rules/import", "post">>;

interface Outcome {
  created: { rule_id: string; changes: string[] }[];
  changed: { rule_id: string; changes: string[] }[];
  deleted: string[];
  unchanged: number;
}

/** All rules as one file, and back: first what would change, then the change. */
export function Files({ imported }: { imported: () => void }) {
  const [file, setFile] = useState<File>();
  const read = (text: string) => {
    try {
      setFile(JSON.parse(text) as File);
    } catch {
      sayFailure(new Error(t("files.notJson")));
    }
  };
  return (
    <section class="row files">
      <button
        onClick={() =>
          void api.get("/api/v1/rules/export").then((rules) => saved("rules.json", JSON.stringify(rules, null, 2)), sayFailure)
        }
      >
        {t("files.export")}
      </button>
      <FileButton label={t("files.import")} accept="application/json" take={read} />
      {file && <Import file={file} close={() => setFile(undefined)} done={imported} />}
    </section>
  );
}

function Import({ file, close, done }: { file: File; close: () => void; done: () => void }) {
  const [missing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const sending = useSending();
  const send = (dry: boolean) =>
    sending.send(async () => {
      const body = { ...file, dry_run: dry, delete_missing: missing };
      setOutcome(await api.post("/api/v1/rules/import", { body }));
      if (dry) return;
      done();
      close();
    });
  return (
    <Dialog title={t("files.import")} close={close}>
      <div class="stack">
        <Checkbox
          label={t("files.deleteMissing")}
          checked={missing}
          change={(checked) => {
            setMissing(checked);
            setOutcome(undefined);
          }}
        />
        {outcome && (
          <ul>
            {[...outcome.created, ...outcome.changed].map((each) => (
              <li key={each.rule_id}>
                <b>{each.rule_id}</b> {each.changes.join("; ") || t("files.created")}
              </li>
            ))}
            {outcome.deleted.map((id) => (
              <li key={id}>
                <b>{id}</b> {t("files.deleted")}
              </li>
            ))}
            <li class="faint">{t("files.unchanged", { n: outcome.unchanged })}</li>
          </ul>
        )}
        {sending.problem}
        <div class="row">
          <button disabled={sending.busy} onClick={() => void send(true)}>
            {t("files.preview")}
          </button>
          <button class="primary" disabled={sending.busy || !outcome} onClick={() => void send(false)}>
            {t("files.import")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
