import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Bars } from "../../charts/bars";
import { Confirm } from "../../components/confirm";
import { Checkbox, Form, TextField, useSending } from "../../components/form";
import { Table } from "../../components/table";
import { Time } from "../../components/time";
import { shortDay } from "../../components/times";
import { say } from "../../components/toasts";
import { nameOf } from "../../names";
import { address, go } from "../../router";
import { holds } from "../../session";
import { number, t } from "../../words";
import { Interval } from "./interval";
import { type RuleProps, sent, type Shadow, written } from "./rule";

const KINDS = ["both", "enabled", "shadow", "failed", "staff"] as const;

/** The rule as it is written runs on what comes and has no effect: what it would do, beside what is done. */
export function ShadowPart(props: RuleProps) {
  const { shadow } = props.found;
  return (
    <>
      {shadow && <Report {...props} shadow={shadow} />}
      {!shadow?.live && holds("configure") && <Start {...props} />}
    </>
  );
}

function Start({ id, rule, found, reload }: RuleProps) {
  const [reason, setReason] = useState("");
  const sending = useSending();
  const { draft } = found;
  const isDraft = draft !== undefined && JSON.stringify(written(draft.rule)) === JSON.stringify(rule);
  const start = async () => {
    const body = { ...(isDraft ? { draft: true as const } : { rule: sent(rule) }), ...(reason ? { reason } : {}) };
    const begun = await sending.send(() => api.post("/api/v1/rules/{id}/shadow", { path: { id }, body }));
    if (!begun) return;
    say(t("shadow.started"));
    if (found.rule || draft) reload();
    else go(`/rules/${encodeURIComponent(id)}?part=shadow`, { replace: true });
  };
  return (
    <Form class="card" send={start}>
      <p>{t("shadow.what")}</p>
      <TextField label={t("rules.why")} value={reason} change={setReason} maxLength={500} />
      {sending.problem}
      <button type="submit" class="primary" disabled={sending.busy || !rule.name.trim()}>
        {t("shadow.start")}
      </button>
    </Form>
  );
}

function Report({ id, shadow, reload }: RuleProps & { shadow: Shadow }) {
  const [asking, setAsking] = useState<"promote" | "stop">();
  const { counts, days, hits, people, overlap, users, exact } = shadow.result;
  return (
    <section class="card stack">
      <div class="row spread">
        <h2>{t(shadow.live ? "shadow.runs" : "shadow.ended")}</h2>
        {holds("configure") && (
          <span class="row">
            <button class="primary" onClick={() => setAsking("promote")}>
              {t("shadow.promote")}
            </button>
            {shadow.live && (
              <button class="danger" onClick={() => setAsking("stop")}>
                {t("shadow.stop")}
              </button>
            )}
          </span>
        )}
      </div>
      <p class="hint">
        {t("history.by", { who: shadow.by })} <Time at={shadow.since} /> · {t("shadow.until")} <Time at={shadow.ends_at} />
        {shadow.reason && ` · ${shadow.reason}`}
      </p>
      {shadow.blind.length > 0 && <p class="notice">{t("shadow.blind", { what: shadow.blind.join(", ") })}</p>}
      <Table
        caption={t("shadow.counts")}
        id={(row) => row}
        rows={["both", "enabled", "shadow", "failed"] as const}
        columns={[
          { title: t("shadow.held"), width: "wide", cell: (row) => t(`ran.${row}`) },
          { title: t("shadow.times"), numeric: true, cell: (row) => number(counts[row]) },
          { title: t("shadow.latest"), cell: (row) => <Links of={hits[row].slice(0, 8)} /> },
        ]}
      />
      {!exact && <p class="hint">{t("shadow.inexact")}</p>}
      {hits.staff.length > 0 && (
        <p class="notice">
          {t("ran.staff", { n: hits.staff.length })} <Links of={hits.staff.slice(0, 8)} />
        </p>
      )}
      <Bars
        title={t("shadow.byDay")}
        labels={days.map((day) => shortDay(day.day))}
        series={KINDS.slice(0, 3).map((kind) => ({
          name: t(`ran.${kind}`),
          values: days.map((day) => day[kind as "both" | "enabled" | "shadow"]),
        }))}
      />
      <Interval title={t("shadow.people")} right={people.upheld} wrong={people.overturned} of={people} />
      <p>{t("shadow.users", { n: users })}</p>
      {overlap.length > 0 && (
        <p>
          {t("shadow.overlap")}{" "}
          {overlap.map((each) => `${nameOf("rules", each.rule_id)} v${each.rule_version} (${number(each.held)})`).join(", ")}
        </p>
      )}
      {asking === "promote" && <Promote id={id} close={() => setAsking(undefined)} done={reload} />}
      {asking === "stop" && (
        <Confirm
          title={t("shadow.stop")}
          button={t("shadow.stop")}
          danger
          close={() => setAsking(undefined)}
          act={async () => {
            await api.delete("/api/v1/rules/{id}/shadow", { path: { id } });
            reload();
          }}
        />
      )}
    </section>
  );
}

function Links({ of }: { of: readonly { item_id: string; entity_id: string }[] }) {
  return (
    <span class="row">
      {of.map((each, index) => (
        <a key={index} href={address(`/item/${encodeURIComponent(each.item_id)}`)} class="line short">
          {each.entity_id}
        </a>
      ))}
      {of.length === 0 && <span class="faint">–</span>}
    </span>
  );
}

function Promote({ id, close, done }: { id: string; close: () => void; done: () => void }) {
  const [least, setLeast] = useState("20");
  const [precision, setPrecision] = useState("");
  const [staff, setStaff] = useState(false);
  return (
    <Confirm
      title={t("shadow.promote")}
      button={t("shadow.promote")}
      asksWhy="optional"
      close={close}
      act={async (reason) => {
        const body = {
          n: Number(least),
          allow_staff_hit: staff,
          ...(precision ? { precision: Number(precision) / 100 } : {}),
          ...(reason ? { reason } : {}),
        };
        const { rule } = await api.post("/api/v1/rules/{id}/shadow/promote", { path: { id }, body });
        say(t("shadow.promoted", { version: rule.version }));
        done();
      }}
    >
      <p>{t("shadow.promoteWhat")}</p>
      <TextField label={t("shadow.least")} type="number" min="0" value={least} change={setLeast} />
      <TextField label={t("shadow.precision")} type="number" min="0" max="100" value={precision} change={setPrecision} />
      <Checkbox label={t("shadow.allowStaff")} checked={staff} change={setStaff} />
    </Confirm>
  );
}
