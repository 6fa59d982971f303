import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Dialog } from "../../components/dialog";
import { bodyOf, type Shape, type Values } from "../../components/fields";
import { Head } from "../../components/head";
import { every, listed } from "../../components/pages";
import { Parts } from "../../components/parts";
import { Registry } from "../../components/registry";
import { useResource } from "../../components/resource";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { actionName } from "../../decisions/kinds";
import { nameOf } from "../../names";
import { member, ROLES } from "../../session";
import { said, t } from "../../words";

export function MembersPage() {
  return (
    <>
      <Head title={t("nav.members")} />
      <Parts
        label={t("nav.members")}
        of={[
          { id: "members", title: t("nav.members"), view: () => <Members /> },
          { id: "sessions", title: t("members.sessions"), view: () => <Sessions /> },
          { id: "providers", title: t("members.providers"), view: () => <SignInProviders /> },
          { id: "tokens", title: t("members.tokens"), view: () => <Tokens /> },
        ]}
      />
    </>
  );
}

type Member = AnswerOf<"/api/v1/members/{id}", "get">["member"];
const CHANGED: readonly Shape[] = [
  { name: "role", kind: "choice", options: ROLES },
  { name: "email", optional: true },
  { name: "queues", kind: "names", of: "queues" },
  { name: "actions", kind: "names", of: "actions" },
];
const MADE: readonly Shape[] = [{ name: "name" }, ...CHANGED];

/** Whoever is held to no queues and no actions may have them all. */
function restricted(values: Values): Values {
  const own = { ...values };
  for (const name of ["queues", "actions"]) {
    const list = own[name] as string[] | null | undefined;
    own[name] = list && list.length > 0 ? list : null;
  }
  return own;
}

function Members() {
  const [link, setLink] = useState("");
  const invite = (row: Member) =>
    api
      .post("/api/v1/members/{id}/link", { path: { id: row.id }, body: {} })
      .then((answer) => setLink(new URL(answer.url, location.origin).href))
      .catch(sayFailure);
  return (
    <>
      <Registry<Member>
        title={t("nav.members")}
        hint={t("members.what")}
        id={(row) => row.name}
        load={listed("/api/v1/members", "members")}
        columns={[
          {
            title: t("common.name"),
            cell: (row) => (
              <>
                <b dir="auto">{row.name}</b> {row.id === member.value?.id && <Badge>{t("members.you")}</Badge>}
              </>
            ),
          },
          { title: t("f.role"), cell: (row) => <Badge>{said("o", row.role)}</Badge> },
          {
            title: t("members.limits"),
            width: "wide",
            cell: (row) =>
              [
                ...(row.queues ?? []).map((each) => nameOf("queues", each)),
                ...(row.actions ?? []).map(actionName),
              ].join(", ") || "–",
          },
          { title: t("members.signedIn"), cell: (row) => <Time at={row.signed_in_at} /> },
        ]}
        shape={CHANGED}
        start={{ role: "moderator", queues: [], actions: [], name: "" }}
        made={MADE}
        values={(row) => ({ ...row, queues: row.queues ?? [], actions: row.actions ?? [] })}
        save={(_id, values, row) =>
          row
            ? api.patch("/api/v1/members/{id}", { path: { id: row.id }, body: restricted(bodyOf(values, CHANGED)) })
            : api.post("/api/v1/members", {
                body: restricted(bodyOf(values, MADE)) as unknown as NonNullable<BodyOf<"/api/v1/members", "post">>,
              })
        }
        remove={(row) => api.delete("/api/v1/members/{id}", { path: { id: row.id } })}
        more={(row) => (
          <button onClick={() => void invite(row)}>
            {t("members.link")}
            <span class="unseen"> {row.name}</span>
          </button>
        )}
      />
      {link && <Once title={t("members.link")} what={t("members.linkWhat")} value={link} close={() => setLink("")} />}
    </>
  );
}

/** What is shown once and never again. */
function Once({ title, what, value, close }: { title: string; what: string; value: string; close: () => void }) {
  return (
    <Dialog title={title} close={close}>
      <div class="stack">
        <p>{what}</p>
        <code class="once">{value}</code>
        <button
          class="primary"
          onClick={() => void navigator.clipboard.writeText(value).then(() => say(t("item.copied")), sayFailure)}
        >
          {t("members.copy")}
        </button>
      </div>
    </Dialog>
  );
}

type SessionRow = AnswerOf<"/api/v1/sessions", "get">["sessions"][number];

/** Whose sessions they are: the API names members by their ids there. */
async function readNames(): Promise<Record<string, string>> {
  const all = await every(listed("/api/v1/members", "members", { limit: 100 }));
  return Object.fromEntries(all.map(({ id, name }) => [id, name]));
}

function Sessions() {
  const names = useResource(readNames, []).data ?? {};
  return (
    <Registry<SessionRow>
      title={t("members.sessions")}
      id={(row) => row.id}
      load={listed("/api/v1/sessions", "sessions")}
      columns={[
        { title: t("nav.members"), cell: (row) => <span dir="auto">{names[row.member_id] ?? row.member_id}</span> },
        { title: t("members.how"), cell: (row) => <Badge>{said("o", row.how)}</Badge> },
        { title: t("members.from"), width: "wide", cell: (row) => `${row.address} ${row.agent}` },
        { title: t("members.seen"), cell: (row) => <Time at={row.seen_at} /> },
      ]}
      shape={[]}
      values={() => ({})}
      remove={(row) => api.delete("/api/v1/sessions/{id}", { path: { id: row.id } })}
    />
  );
}

type Provider = AnswerOf<"/api/v1/sign_in_providers/{id}", "get">["sign_in_provider"];
const PROVIDER: readonly Shape[] = [
  { name: "label" },
  { name: "issuer" },
  { name: "client_id" },
  { name: "client_secret", kind: "secret", optional: true },
  { name: "scopes", kind: "names" },
  { name: "role_claim", optional: true },
  { name: "roles", kind: "pairs" },
];

function SignInProviders() {
  return (
    <Registry<Provider>
      title={t("members.providers")}
      hint={t("members.providersWhat")}
      named
      id={(row) => row.id}
      load={async () => ({ rows: (await api.get("/api/v1/sign_in_providers")).sign_in_providers, next: undefined })}
      columns={[
        { title: t("f.label"), cell: (row) => <b>{row.label}</b> },
        { title: t("f.issuer"), width: "wide", cell: (row) => <code>{row.issuer}</code> },
        { title: t("members.redirect"), width: "wide", cell: (row) => <code>{row.redirect}</code> },
      ]}
      shape={PROVIDER}
      start={{ scopes: ["openid", "email"] }}
      at="/api/v1/sign_in_providers/{id}"
    />
  );
}

type Key = AnswerOf<"/api/v1/api_tokens", "get">["api_tokens"][number];
const NAMED: readonly Shape[] = [{ name: "name" }];

function Tokens() {
  const [made, setMade] = useState("");
  const shared = {
    id: (row: Key) => row.name,
    columns: [
      { title: t("common.name"), width: "wide" as const, cell: (row: Key) => <b dir="auto">{row.name}</b> },
      { title: t("members.ends"), cell: (row: Key) => <code>…{row.last_characters}</code> },
      { title: t("common.time"), cell: (row: Key) => <Time at={row.created_at} /> },
    ],
    shape: NAMED,
    fixed: true,
    values: () => ({}),
  };
  return (
    <>
      <Registry<Key>
        {...shared}
        title={t("members.tokens")}
        hint={t("members.tokensWhat")}
        load={async () => ({ rows: (await api.get("/api/v1/api_tokens")).api_tokens, next: undefined })}
        save={async (_id, { name }) => setMade((await api.post("/api/v1/api_tokens", { body: { name: String(name) } })).token)}
        remove={(row) => api.delete("/api/v1/api_tokens/{id}", { path: { id: row.id } })}
      />
      <Registry<Key>
        {...shared}
        title={t("members.scoreKeys")}
        hint={t("members.scoreKeysWhat")}
        load={async () => ({ rows: (await api.get("/api/v1/score_keys")).score_keys, next: undefined })}
        save={async (_id, { name }) => setMade((await api.post("/api/v1/score_keys", { body: { name: String(name) } })).key)}
        remove={(row) => api.delete("/api/v1/score_keys/{id}", { path: { id: row.id } })}
      />
      {made && <Once title={t("members.made")} what={t("members.madeWhat")} value={made} close={() => setMade("")} />}
    </>
  );
}
