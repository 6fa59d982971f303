import { useEffect, useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Erasure } from "../../api/types";
import { Badge, toneOf } from "../../components/badge";
import { saved } from "../../components/download";
import { Facts } from "../../components/facts";
import { Form, TextField, useSending } from "../../components/form";
import { Head } from "../../components/head";
import { Shown, useResource } from "../../components/resource";
import { Table } from "../../components/table";
import { Time } from "../../components/time";
import { go, parameter } from "../../router";
import { number, percent, said, t } from "../../words";
import type { PageProps } from "../routes";

const AGAIN = 2_000;

export function ErasurePage({ values }: PageProps) {
  const id = values["id"] ?? "";
  return (
    <>
      <Head title={t("erase.title")} />
      {id === "+new" ? <Ordering user={parameter("user")} /> : <Running id={id} />}
    </>
  );
}

/** Nothing brings it back: the id is typed once more. */
function Ordering({ user }: { user: string }) {
  const [typed, setTyped] = useState("");
  const sending = useSending();
  const order = async () => {
    let id = "";
    const held = await sending.send(async () => {
      ({ id } = await api.delete("/api/v1/users/{id}/data", { path: { id: user } }));
    });
    if (held) go(`/erasures/${encodeURIComponent(id)}`, { replace: true });
  };
  return (
    <Form class="card find" send={order}>
      <p>
        {t("nav.user")} <b dir="auto">{user}</b>
      </p>
      <p>{t("erase.what")}</p>
      <TextField label={t("erase.again")} value={typed} change={setTyped} autocomplete="off" />
      {sending.problem}
      <button type="submit" class="danger" disabled={sending.busy || user === "" || typed !== user}>
        {t("erase.do")}
      </button>
    </Form>
  );
}

/** How far it is, and in the end what it did. */
function Running({ id }: { id: string }) {
  const found = useResource(() => api.get("/api/v1/erasures/{id}", { path: { id } }), [id]);
  const isRunning = found.data?.status === "running";
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => !document.hidden && found.reload(), AGAIN);
    return () => clearInterval(timer);
  }, [isRunning, found.reload]);
  return <Shown of={found}>{(erasure) => <Progress of={erasure} />}</Shown>;
}

function Progress({ of }: { of: Erasure }) {
  return (
    <div class="stack">
      <section class="card stack">
        <Facts
          of={[
            [t("deliveries.state"), <Badge tone={toneOf(of.status)}>{said("o", of.status)}</Badge>],
            [t("erase.person"), <code>{of.person}</code>],
            [t("erase.ordered"), <Time at={of.created_at} full />],
            [t("erase.completed"), of.completed_at && <Time at={of.completed_at} full />],
            [t("erase.place"), of.status === "running" && `${of.stage} ${of.place}`],
          ]}
        />
        {of.status === "running" && (
          <label>
            {percent(of.progress)} <progress max="1" value={of.progress} />
          </label>
        )}
      </section>
      {of.signed && <Receipt signed={of.signed} id={of.id} />}
    </div>
  );
}

function Receipt({ signed, id }: { signed: NonNullable<Erasure["signed"]>; id: string }) {
  const { receipt } = signed;
  const touched = receipt.places.filter((each) => each.deleted + each.changed + each.left + each.stays > 0);
  return (
    <section class="stack">
      <div class="row spread">
        <h2>{t("erase.receipt")}</h2>
        <button onClick={() => saved(`erasure-${id}.json`, JSON.stringify({ signed }, null, 1))}>{t("erase.take")}</button>
      </div>
      <p class="hint">
        {t("erase.signed")} <code>{signed.public_key}</code>
      </p>
      <Table
        caption={t("erase.receipt")}
        rows={touched}
        id={(row) => row.place}
        columns={[
          { title: t("erase.place"), width: "wide", cell: (row) => <code>{row.place}</code> },
          { title: t("erase.documents"), numeric: true, cell: (row) => number(row.documents) },
          { title: t("erase.deleted"), numeric: true, cell: (row) => number(row.deleted) },
          { title: t("erase.changed"), numeric: true, cell: (row) => number(row.changed) },
          { title: t("erase.left"), numeric: true, cell: (row) => number(row.left) },
          {
            title: t("erase.stays"),
            numeric: true,
            cell: (row) => (
              <>
                {number(row.stays)} {row.why && <span class="hint">{row.why}</span>}
              </>
            ),
          },
        ]}
      />
      <p class="hint">{t("erase.untouched", { n: receipt.places.length - touched.length })}</p>
      {receipt.files.map((each) => (
        <p key={each.file} class="row">
          <code>{each.file}</code> <Badge tone={each.found > 0 ? "bad" : "good"}>{number(each.found)}</Badge>
        </p>
      ))}
    </section>
  );
}
