import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Dialog } from "../../components/dialog";
import { saved } from "../../components/download";
import { FileButton } from "../../components/file";
import { Select } from "../../components/form";
import { Head } from "../../components/head";
import { every, listed, usePages } from "../../components/pages";
import { Shown, useResource } from "../../components/resource";
import { PagedTable } from "../../components/table";
import { Line } from "../../components/text";
import { Time } from "../../components/time";
import { say, sayFailure } from "../../components/toasts";
import { useKeys } from "../../keys/manager";
import { address, parameter, setQuery } from "../../router";
import { holds } from "../../session";
import { capital, number, said, t } from "../../words";

type SpamString = AnswerOf<"/api/v1/spam_strings", "get">["spam_strings"][number];
type Import = NonNullable<BodyOf<"/api/v1/spam_strings/import", "post">>;
const KINDS = ["domain", "url", "phone", "email", "text"] as const;
const STATES = ["seen", "proposed", "allow", "deny"] as const;
type Kind = (typeof KINDS)[number];
type Verdict = "allow" | "deny";

export function SpamPage() {
  const kind = (KINDS as readonly string[]).includes(parameter("kind")) ? (parameter("kind") as Kind) : "domain";
  const state = parameter("state");
  const [sizes, setSizes] = useState<Record<string, { entries: number; most: number }>>({});
  const [open, setOpen] = useState("");
  const settings = useResource(
    async () => (holds("administer") ? (await api.get("/api/v1/settings")).settings : undefined),
    [],
  );
  const pages = usePages<SpamString>(
    async (cursor) => {
      const answer = await api.get("/api/v1/spam_strings", {
        query: { kind, state: state as (typeof STATES)[number], limit: 50, cursor },
      });
      setSizes(answer.lists);
      return { rows: answer.spam_strings, next: answer.next };
    },
    [kind, state],
  );
  useKeys({ refresh: pages.reload });
  const say_of = (row: SpamString, verdict: Verdict | null) =>
    api
      .post("/api/v1/spam_strings/{id}/verdict", { path: { id: row.id }, body: { verdict } })
      .then(pages.reload, sayFailure);
  return (
    <>
      <Head title={t("nav.spam")}>
        <Files done={pages.reload} />
      </Head>
      {settings.data && !settings.data.spam_manager.enabled && <p class="notice">{t("spam.off")}</p>}
      <nav class="parts" aria-label={t("nav.spam")}>
        {KINDS.map((each) => (
          <a key={each} href={address(`/spam?kind=${each}`)} aria-current={each === kind ? "page" : undefined}>
            {capital(said("o", each))}
          </a>
        ))}
      </nav>
      <div class="row find-row">
        <Select
          label={t("deliveries.state")}
          value={state}
          options={["", ...STATES].map((value) => ({ value, label: value ? said("o", value) : t("common.all") }))}
          change={(value) => setQuery({ state: value })}
        />
        {Object.entries(sizes).map(([name, size]) => (
          <span key={name} class="faint">
            {said("o", name)}: {number(size.entries)} / {number(size.most)}
          </span>
        ))}
      </div>
      <PagedTable<SpamString>
        caption={t("nav.spam")}
        id={(row) => row.id}
        pages={pages}
        columns={[
          {
            title: t("spam.string"),
            width: "wide",
            cell: (row) => (
              <>
                <Line text={row.value} /> <Badge tone={row.state === "deny" ? "bad" : row.state === "allow" ? "good" : "plain"}>{said("o", row.state)}</Badge>
                {row.covered_by && <p class="hint">{t("spam.covered", { by: row.covered_by })}</p>}
              </>
            ),
          },
          { title: t("spam.posts"), width: "narrow", numeric: true, cell: (row) => number(row.count) },
          { title: t("spam.last"), cell: (row) => <Time at={row.last_at} /> },
          {
            title: t("registry.do"),
            cell: (row) => (
              <span class="row">
                <button onClick={() => setOpen(row.id)}>
                  {t("spam.history")}
                  <span class="unseen"> {row.value}</span>
                </button>
                {holds("configure") &&
                  (["allow", "deny"] as const).map((verdict) => (
                    <button
                      key={verdict}
                      class={verdict === "deny" ? "danger" : ""}
                      aria-pressed={row.state === verdict}
                      onClick={() => void say_of(row, row.state === verdict ? null : verdict)}
                    >
                      {t(`verdict.${verdict}`)}
                      <span class="unseen"> {row.value}</span>
                    </button>
                  ))}
              </span>
            ),
          },
        ]}
      />
      {open && <History id={open} close={() => setOpen("")} />}
    </>
  );
}

async function exported(): Promise<string> {
  const entries: unknown[] = [];
  for (const verdict of ["deny", "allow"] as const) {
    entries.push(...(await every(listed("/api/v1/spam_strings/export", "entries", { verdict }))));
  }
  return JSON.stringify({ entries }, null, 1);
}

/** So many entries the API takes at once. */
const AT_ONCE = 1_000;

async function imported(text: string): Promise<number> {
  const { entries } = JSON.parse(text) as Import;
  let changed = 0;
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const body = { entries: entries.slice(at, at + AT_ONCE) };
    changed += (await api.post("/api/v1/spam_strings/import", { body })).changed;
  }
  return changed;
}

function Files({ done }: { done: () => void }) {
  return (
    <>
      {holds("export") && (
        <button onClick={() => void exported().then((text) => saved("spam_strings.json", text), sayFailure)}>
          {t("files.export")}
        </button>
      )}
      {holds("configure") && (
        <FileButton
          label={t("files.import")}
          accept="application/json"
          take={(text) =>
            void imported(text)
              .then((n) => {
                say(t("spam.imported", { n }));
                done();
              })
              .catch((error: unknown) => sayFailure(error instanceof SyntaxError ? new Error(t("files.notJson")) : error))
          }
        />
      )}
    </>
  );
}

function History({ id, close }: { id: string; close: () => void }) {
  const found = useResource(() => api.get("/api/v1/spam_strings/{id}", { path: { id } }), [id]);
  return (
    <Dialog title={t("spam.history")} close={close}>
      <Shown of={found}>
        {({ spam_string: row }) => (
          <div class="stack">
            <p>
              <Line text={row.value} />
            </p>
            <ul class="bare">
              {row.posts.map((post) => (
                <li key={`${post.entity_type} ${post.entity_id}`} class="row">
                  <Time at={post.at} />
                  <a href={address(`/users/${encodeURIComponent(post.user_id)}`)}>{post.user_id}</a>
                  <span class="faint">{post.entity_id}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Shown>
    </Dialog>
  );
}
