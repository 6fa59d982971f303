import { useEffect, useState } from "preact/hooks";
import { api, type AnswerOf } from "../../api/client";
import { Badge, toneOf } from "../../components/badge";
import { Confirm } from "../../components/confirm";
import { Fields, type Values } from "../../components/fields";
import { Facts } from "../../components/facts";
import { Form, useSending } from "../../components/form";
import { listed, usePages } from "../../components/pages";
import { Shown, useResource } from "../../components/resource";
import { PagedTable } from "../../components/table";
import { Time } from "../../components/time";
import { address, parameter, setQuery } from "../../router";
import { holds, isFree } from "../../session";
import { number, said, t } from "../../words";
import { actionTitle } from "../../decisions/kinds";

type Order = AnswerOf<"/api/v1/undos/{id}", "get">["undo"];

const HOURS = 24 * 3_600_000;

/** What the rule did, and taking it back: first what there is, then the order. */
export function Undo({ id }: { id: string }) {
  const [value, setValue] = useState<Values>({ since: new Date(Date.now() - HOURS).toISOString(), version: null });
  const [preview, setPreview] = useState<Order>();
  const [asking, setAsking] = useState(false);
  const sending = useSending(["since", "version"]);
  const running = parameter("undo");
  const body = (isPreview: boolean, reason = "") => ({
    rule_id: id,
    since: String(value["since"] ?? ""),
    ...(value["version"] ? { version: Number(value["version"]) } : {}),
    preview: isPreview,
    ...(reason ? { reason } : {}),
  });
  const look = () =>
    sending.send(async () => setPreview((await api.post("/api/v1/undos", { body: body(true) })).undo));
  return (
    <>
      {running && <Running key={running} id={running} />}
      {holds("oversee") && isFree() && (
        <Form class="card" send={look}>
          <p>{t("undo.what")}</p>
          <div class="pair">
            <Fields
              shape={[
                { name: "since", kind: "time" },
                { name: "version", kind: "number", min: 1, optional: true },
              ]}
              value={value}
              change={(changes) => {
                setValue({ ...value, ...changes });
                setPreview(undefined);
              }}
              wrong={sending.wrong}
            />
          </div>
          {sending.problem}
          <button type="submit" disabled={sending.busy}>
            {t("undo.preview")}
          </button>
          {preview && (
            <>
              <Told order={preview} />
              <button
                class="danger"
                disabled={(preview.found?.enforcements ?? 0) === 0}
                onClick={() => setAsking(true)}
              >
                {t("undo.run")}
              </button>
            </>
          )}
        </Form>
      )}
      {asking && (
        <Confirm
          title={t("undo.run")}
          button={t("undo.runOf", { n: preview?.found?.enforcements ?? 0 })}
          danger
          asksWhy="required"
          close={() => setAsking(false)}
          act={async (reason) => {
            const { undo } = await api.post("/api/v1/undos", { body: body(false, reason) });
            setPreview(undefined);
            if (undo.id) setQuery({ undo: undo.id });
          }}
        >
          <p>{t("undo.offFirst")}</p>
        </Confirm>
      )}
      <Done id={id} />
    </>
  );
}

function Counts({ of, words }: { of: Record<string, number>; words: (name: string) => string }) {
  const all = Object.entries(of).filter(([, count]) => count > 0);
  if (all.length === 0) return <span class="faint">–</span>;
  return (
    <span class="row">
      {all.map(([name, count]) => (
        <Badge key={name}>
          {words(name)}: {number(count)}
        </Badge>
      ))}
    </span>
  );
}

function Told({ order }: { order: Order }) {
  const { found } = order;
  return (
    <Facts
      of={[
        [
          t("undo.found"),
          found && (
            <>
              {t("undo.of", { enforcements: found.enforcements, items: found.items, users: found.users })}
              {!found.complete && ` ${t("undo.atLeast")}`}
            </>
          ),
        ],
        [t("undo.actions"), found && <Counts of={found.actions} words={actionTitle} />],
        [
          t(order.status === "preview" ? "undo.wouldUndo" : "undo.undone"),
          <Counts of={order.undone} words={(name) => said("o", name, actionTitle(name))} />,
        ],
        [
          t(order.status === "preview" ? "undo.wouldLeave" : "undo.left"),
          <>
            <Counts of={order.not_undone} words={(name) => said("o", name)} />
            {order.examples.slice(0, 10).map((each) => (
              <p key={each.enforcement} class="hint">
                <a href={address(`/item/${encodeURIComponent(each.item_id)}`)}>{actionTitle(each.action)}</a>: {each.reason}
              </p>
            ))}
          </>,
        ],
      ]}
    />
  );
}

function Running({ id }: { id: string }) {
  const order = useResource(() => api.get("/api/v1/undos/{id}", { path: { id } }), [id]);
  const going = ["pending", "running"].includes(order.data?.undo.status ?? "");
  const { reload } = order;
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(reload, 1_500);
    return () => clearInterval(timer);
  }, [going, reload]);
  return (
    <Shown of={order}>
      {({ undo }) => (
        <section class="card stack">
          <h2>
            {t("rules.undo")} <Badge tone={toneOf(undo.status)}>{said("o", undo.status)}</Badge>
          </h2>
          {going && <progress aria-label={t("undo.run")} />}
          {undo.error && <p class="wrong">{undo.error.description}</p>}
          <Told order={undo} />
        </section>
      )}
    </Shown>
  );
}

function Done({ id }: { id: string }) {
  const pages = usePages(
    listed("/api/v1/rule_effects", "enforcements", { rule_id: id, limit: 25 }),
    [id],
  );
  return (
    <section class="stack">
      <h2>{t("undo.did")}</h2>
      <PagedTable
        caption={t("undo.did")}
        id={(row) => row.id}
        pages={pages}
        columns={[
          { title: t("common.time"), width: "narrow", cell: (row) => <Time at={row.at} /> },
          {
            title: t("item.title"),
            cell: (row) => <a href={address(`/item/${encodeURIComponent(row.item_id)}`)}>{row.entity_id}</a>,
          },
          {
            title: t("nav.user"),
            cell: (row) => <a href={address(`/users/${encodeURIComponent(row.user_id)}`)}>{row.user_id}</a>,
          },
          {
            title: t("undo.effects"),
            cell: (row) => (
              <span class="row">
                {row.effects.map((effect, index) => (
                  <Badge key={index} tone={toneOf(effect.result)}>
                    {actionTitle(effect.action)}: {said("o", effect.result)}
                  </Badge>
                ))}
                {row.undone && <Badge tone="info">{t("undo.undone")}</Badge>}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
