import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { LogProof, LogRoot } from "../../api/types";
import { Badge, type Tone } from "../../components/badge";
import { saved } from "../../components/download";
import { Facts } from "../../components/facts";
import { Form, TextField, useSending } from "../../components/form";
import { Head } from "../../components/head";
import { usePages } from "../../components/pages";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { useKeys } from "../../keys/manager";
import { parameter, setQuery } from "../../router";
import { holds, seesAll } from "../../session";
import { number, t } from "../../words";
import { type Signature, signatureOf } from "./signature";

const TONES: Record<Signature, Tone> = { none: "warn", signed: "info", holds: "good", wrong: "bad" };
type Root = LogRoot & { state: Signature };

async function withState(root: LogRoot): Promise<Root> {
  return { ...root, state: await signatureOf(root) };
}

/** That the log is what it was: the roots of its days, and the proof of one entry. */
export function IntegrityPage() {
  const [from, to] = [parameter("from"), parameter("to")];
  const pages = usePages<Root>(
    async (cursor) => {
      const { roots, next } = await api.get("/api/v1/log/roots", { query: { from, to, limit: 50, cursor } });
      return { rows: await Promise.all(roots.map(withState)), next };
    },
    [from, to],
  );
  useKeys({ refresh: pages.reload });
  const file = () => JSON.stringify({ roots: pages.rows.map(({ state: _state, ...root }) => root) }, null, 1);
  return (
    <>
      <Head title={t("nav.integrity")}>
        <button disabled={pages.rows.length === 0} onClick={() => saved("roots.json", file())}>
          {t("integrity.take")}
        </button>
      </Head>
      <p class="hint">{t("integrity.what")}</p>
      <Form class="feed-filter">
        <TextField label={t("bound.since")} type="date" value={from} change={(value) => setQuery({ from: value })} />
        <TextField label={t("bound.until")} type="date" value={to} change={(value) => setQuery({ to: value })} />
      </Form>
      <PagedTable<Root>
        caption={t("nav.integrity")}
        id={(row) => row.day}
        pages={pages}
        empty={t("integrity.none")}
        columns={[
          { title: t("integrity.day"), width: "narrow", cell: (row) => <b>{row.day}</b> },
          { title: t("lists.entries"), numeric: true, width: "narrow", cell: (row) => number(row.entries) },
          {
            title: t("integrity.signature"),
            cell: (row) => (
              <span class="row">
                <Badge tone={TONES[row.state]}>{t(`signature.${row.state}`)}</Badge>
                {row.expired_at && <Badge>{t("integrity.expired")}</Badge>}
              </span>
            ),
          },
          { title: t("integrity.root"), width: "wide", cell: (row) => <code>{row.root}</code> },
          { title: t("integrity.closed"), cell: (row) => <Time at={row.closed_at} /> },
        ]}
      />
      {holds("export") && seesAll() && <Proving />}
      <section class="card stack section">
        <h2>{t("integrity.offline")}</h2>
        <p>{t("integrity.offlineWhat")}</p>
        <pre>python -m infra.local.verify --roots roots.json{"\n"}python -m infra.local.verify --proof proof.json --key whpk_…</pre>
      </section>
    </>
  );
}

function Proving() {
  const [id, setId] = useState(parameter("entry"));
  const [proof, setProof] = useState<(LogProof & { state: Signature }) | undefined>(undefined);
  const sending = useSending();
  const prove = () =>
    sending.send(async () => {
      setProof(undefined);
      const found = await api.get("/api/v1/log/{id}/proof", { path: { id: id.trim() } });
      setProof({ ...found, state: await signatureOf(found.root) });
    });
  return (
    <section class="card stack section">
      <h2>{t("integrity.proof")}</h2>
      <Form class="row find-row" send={prove}>
        <TextField label={t("integrity.entry")} value={id} change={setId} required maxLength={128} />
        <button type="submit" disabled={sending.busy || !id.trim()}>
          {t("integrity.prove")}
        </button>
      </Form>
      {sending.problem}
      {proof && (
        <>
          <Facts
            of={[
              [t("integrity.day"), proof.root.day],
              [t("integrity.place"), t("integrity.placeOf", { place: proof.index + 1, n: proof.root.entries })],
              [t("integrity.steps"), number(proof.path.length)],
              [t("integrity.root"), <code>{proof.root.root}</code>],
              [t("integrity.signature"), <Badge tone={TONES[proof.state]}>{t(`signature.${proof.state}`)}</Badge>],
            ]}
          />
          <pre dir="auto">{JSON.stringify(JSON.parse(proof.leaf), null, 1)}</pre>
          <div>
            <button onClick={() => saved("proof.json", JSON.stringify(bare(proof), null, 1))}>{t("integrity.takeProof")}</button>
          </div>
        </>
      )}
    </section>
  );
}

function bare({ state: _state, ...proof }: LogProof & { state: Signature }): LogProof {
  return proof;
}
