import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { OutOfCourt } from "../../api/types";
import { Dialog } from "../../components/dialog";
import { Facts } from "../../components/facts";
import { Checkbox, Form, Select, TextField, useSending } from "../../components/form";
import { Time } from "../../components/time";
import { holds } from "../../session";
import { said, t } from "../../words";
import type { OneProps } from "./one";

const OUTCOMES = ["for_complainant", "for_platform", "partly", "ended"] as const;

/** A dispute about the appeal before a body outside. */
export function Court({ appeal, changed }: OneProps) {
  const [noting, setNoting] = useState(false);
  const of = appeal.out_of_court;
  if (!of && !holds("oversee")) return null;
  return (
    <section>
      <div class="row spread">
        <h2>{t("court.title")}</h2>
        {holds("oversee") && <button onClick={() => setNoting(true)}>{t(of ? "registry.edit" : "court.add")}</button>}
      </div>
      {of && (
        <Facts
          of={[
            [t("court.body"), of.body],
            [t("court.reference"), of.reference],
            [t("court.opened"), <Time at={of.opened_at} full />],
            [t("court.closed"), of.closed_at && <Time at={of.closed_at} full />],
            [t("court.outcome"), of.outcome && said("court", of.outcome)],
            [t("court.implemented"), of.implemented && "✓"],
          ]}
        />
      )}
      {noting && <Noting appeal={appeal} changed={changed} close={() => setNoting(false)} />}
    </section>
  );
}

const day = (time: string | null | undefined) => time?.slice(0, 10) ?? "";
const moment = (date: string) => (date ? `${date}T00:00:00Z` : null);

function Noting({ appeal, changed, close }: OneProps & { close: () => void }) {
  const [of, setOf] = useState<OutOfCourt>(
    appeal.out_of_court ?? {
      body: "",
      reference: "",
      opened_at: new Date().toISOString(),
      closed_at: null,
      outcome: null,
      implemented: null,
    },
  );
  const sending = useSending(["body", "reference", "opened_at", "closed_at", "outcome", "implemented"]);
  const change = (changes: Partial<OutOfCourt>) => setOf({ ...of, ...changes });
  const save = async () => {
    const body = { ...of, outcome: of.closed_at ? of.outcome : null, implemented: of.closed_at ? of.implemented : null };
    const held = await sending.send(async () =>
      changed((await api.put("/api/v1/appeals/{id}/out_of_court", { path: { id: appeal.id }, body })).appeal),
    );
    if (held) close();
  };
  return (
    <Dialog title={t("court.title")} close={close}>
      <Form send={save}>
        <TextField label={t("court.body")} value={of.body} change={(body) => change({ body })} error={sending.wrong("body")} required />
        <TextField
          label={t("court.reference")}
          value={of.reference}
          change={(reference) => change({ reference })}
          error={sending.wrong("reference")}
          required
        />
        <TextField
          label={t("court.opened")}
          type="date"
          value={day(of.opened_at)}
          change={(date) => change({ opened_at: moment(date) ?? "" })}
          error={sending.wrong("opened_at")}
          required
        />
        <TextField
          label={t("court.closed")}
          type="date"
          value={day(of.closed_at)}
          change={(date) => change({ closed_at: moment(date) })}
          error={sending.wrong("closed_at")}
        />
        {of.closed_at && (
          <>
            <Select
              label={t("court.outcome")}
              value={of.outcome ?? ""}
              change={(outcome) => change({ outcome: outcome || null })}
              options={[{ value: "" as const, label: "–" }, ...OUTCOMES.map((value) => ({ value, label: said("court", value) }))]}
              error={sending.wrong("outcome")}
            />
            <Checkbox label={t("court.implemented")} checked={of.implemented === true} change={(implemented) => change({ implemented })} />
          </>
        )}
        {sending.problem}
        <button type="submit" class="primary" disabled={sending.busy}>
          {t("common.save")}
        </button>
      </Form>
    </Dialog>
  );
}
