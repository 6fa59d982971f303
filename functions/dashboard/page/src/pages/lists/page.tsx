import { useState } from "preact/hooks";
import { api, type AnswerOf, type BodyOf } from "../../api/client";
import { Badge } from "../../components/badge";
import { Dialog } from "../../components/dialog";
import { saved } from "../../components/download";
import { bodyOf, type Shape } from "../../components/fields";
import { FileButton, linesOf } from "../../components/file";
import { Checkbox, Form, TextArea, TextField, useSending } from "../../components/form";
import { Head } from "../../components/head";
import { listed } from "../../components/pages";
import { Parts } from "../../components/parts";
import { usePages } from "../../components/pages";
import { Registry } from "../../components/registry";
import { PagedTable } from "../../components/table";
import { say, sayFailure } from "../../components/toasts";
import { holds } from "../../session";
import { number, said, t } from "../../words";
import { Judged } from "../policies/judged";

export function ListsPage() {
  return (
    <>
      <Head title={t("nav.lists")} />
      <Parts
        label={t("nav.lists")}
        of={[
          { id: "words", title: t("lists.words"), view: () => <BlockLists /> },
          { id: "semantic", title: t("lists.semantic"), view: () => <SemanticFilters /> },
          { id: "images", title: t("lists.images"), view: () => <ImageHashes /> },
          { id: "users", title: t("lists.users"), view: () => <UserLists /> },
        ]}
      />
    </>
  );
}

type BlockList = AnswerOf<"/api/v2/blocklists/{name}", "get">["blocklist"];
const FLAGS: readonly Shape[] = [
  { name: "is_substring_matching_enabled", kind: "flag" },
  { name: "is_leet_check_enabled", kind: "flag" },
  { name: "is_plural_check_enabled", kind: "flag" },
  { name: "is_confusable_folding_enabled", kind: "flag" },
];
const TYPES = ["word", "domain", "domain_allowlist", "email", "email_allowlist", "regex"];
const WORDS: readonly Shape[] = [
  { name: "name" },
  { name: "type", kind: "choice", options: TYPES },
  { name: "team", optional: true },
  ...FLAGS,
  { name: "words", kind: "lines" },
];

function BlockLists() {
  const may = holds("configure");
  return (
    <Registry<BlockList>
      title={t("lists.words")}
      hint={t("lists.wordsWhat")}
      id={(row) => row.name}
      load={listed("/api/v2/blocklists", "blocklists")}
      columns={[
        {
          title: t("common.name"),
          width: "wide",
          cell: (row) => (
            <>
              <b>{row.name}</b> {row.team && <Badge>{row.team}</Badge>}
            </>
          ),
        },
        { title: t("f.type"), cell: (row) => <Badge>{said("o", row.type)}</Badge> },
        { title: t("lists.entries"), numeric: true, cell: (row) => number(row.words.length) },
      ]}
      shape={WORDS}
      start={{ type: "word", words: [] }}
      save={(name, values, row) =>
        row
          ? api.put("/api/v2/blocklists/{name}", {
              path: { name },
              body: bodyOf(values, [...FLAGS, { name: "words" }], row.team ? ["team"] : []),
            })
          : api.post("/api/v2/blocklists", {
              body: bodyOf(values, WORDS) as unknown as NonNullable<BodyOf<"/api/v2/blocklists", "post">>,
            })
      }
      remove={(row) =>
        api.delete("/api/v2/blocklists/{name}", { path: { name: row.name }, query: row.team ? { team: row.team } : {} })
      }
      needs="configure"
      more={(row, reload) => (
        <>
          <TryList list={row} />
          <Hits list={row} />
          {holds("export") && (
            <button onClick={() => saved(`${row.name}.txt`, row.words.join("\n"), "text/plain")}>
              {t("files.export")}
              <span class="unseen"> {row.name}</span>
            </button>
          )}
          {may && (
            <FileButton
              label={t("files.import")}
              take={(text) =>
                void api
                  .put("/api/v2/blocklists/{name}", {
                    path: { name: row.name },
                    body: { words: [...new Set([...row.words, ...linesOf(text)])], ...(row.team ? { team: row.team } : {}) },
                  })
                  .then(() => {
                    say(t("common.saved"));
                    reload();
                  })
                  .catch(sayFailure)
              }
            />
          )}
        </>
      )}
    />
  );
}

type Tried = AnswerOf<"/api/v1/try", "post">;

/** What of a text the list would find. */
function TryList({ list }: { list: BlockList }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Tried>();
  const sending = useSending();
  const config = { key: "try", block_list_config: { rules: [{ name: list.name, action: "flag" }] } };
  return (
    <>
      <button onClick={() => setOpen(true)}>
        {t("rules.try")}
        <span class="unseen"> {list.name}</span>
      </button>
      {open && (
        <Dialog title={`${t("rules.try")}: ${list.name}`} close={() => setOpen(false)}>
          <Form send={() => sending.send(async () => setAnswer(await api.post("/api/v1/try", { body: { text, config } })))}>
            <TextArea label={t("content.texts")} value={text} change={setText} />
            {sending.problem}
            <button type="submit" class="primary" disabled={sending.busy || !text}>
              {t("rules.try")}
            </button>
          </Form>
          {answer && <Judged answer={answer} />}
        </Dialog>
      )}
    </>
  );
}

/** How often each entry was found; what never is may go. */
function Hits({ list }: { list: BlockList }) {
  const [open, setOpen] = useState(false);
  // What a list of allowed ones finds is not in it, and the spam manager counts by itself.
  if (!["word", "domain", "email", "regex"].includes(list.type) || !list.created_at) return null;
  return (
    <>
      <button onClick={() => setOpen(true)}>
        {t("lists.hits")}
        <span class="unseen"> {list.name}</span>
      </button>
      {open && (
        <Dialog title={`${t("lists.hits")}: ${list.name}`} close={() => setOpen(false)}>
          <HitTable list={list} />
        </Dialog>
      )}
    </>
  );
}

function HitTable({ list: { name, team } }: { list: BlockList }) {
  const [unused, setUnused] = useState(false);
  const [since, setSince] = useState<string | null>(null);
  const load = async (cursor: string | null) => {
    const query = { name, team, cursor, order: unused ? "last" : "hits", ...(unused && { unused_days: 30 }) } as const;
    const { hits, next, counted_since } = await api.get("/api/v1/list_hits", { query });
    setSince(counted_since);
    return { rows: hits, next };
  };
  const pages = usePages(load, [unused]);
  return (
    <>
      <Checkbox label={t("lists.unused")} checked={unused} change={setUnused} />
      <p class="hint">{since ? t("lists.since", { day: since }) : t("lists.noHits")}</p>
      <PagedTable
        caption={t("lists.hits")}
        pages={pages}
        id={(row) => row.entry}
        columns={[
          { title: t("lists.entries"), width: "wide", cell: (row) => <code>{row.entry}</code> },
          { title: t("lists.hits"), numeric: true, cell: (row) => number(row.hits) },
          { title: t("lists.last"), cell: (row) => row.last_hit_on ?? "–" },
        ]}
      />
    </>
  );
}

type Filter = AnswerOf<"/api/v1/semantic_filters/{name}", "get">["semantic_filter"];
const FILTER: readonly Shape[] = [
  { name: "description", optional: true },
  { name: "team", optional: true },
  { name: "phrases", kind: "lines" },
];

function SemanticFilters() {
  return (
    <Registry<Filter>
      title={t("lists.semantic")}
      hint={t("lists.semanticWhat")}
      named
      id={(row) => row.name}
      load={listed("/api/v1/semantic_filters", "semantic_filters")}
      columns={[
        { title: t("common.name"), cell: (row) => <b>{row.name}</b> },
        { title: t("f.description"), width: "wide", cell: (row) => row.description },
        { title: t("lists.entries"), numeric: true, cell: (row) => number(row.phrases.length) },
      ]}
      shape={FILTER}
      start={{ phrases: [] }}
      at="/api/v1/semantic_filters/{name}"
      needs="configure"
    />
  );
}

type Hashes = AnswerOf<"/api/v1/image_hash_lists/{id}", "get">["image_hash_list"];
const HASHES: readonly Shape[] = [{ name: "label" }, { name: "description", optional: true }];

function ImageHashes() {
  return (
    <Registry<Hashes>
      title={t("lists.images")}
      hint={t("lists.imagesWhat")}
      named
      id={(row) => row.id}
      load={listed("/api/v1/image_hash_lists", "image_hash_lists")}
      columns={[
        { title: t("f.id"), cell: (row) => <b>{row.id}</b> },
        { title: t("f.label"), cell: (row) => <Badge>{row.label}</Badge> },
        { title: t("f.description"), width: "wide", cell: (row) => row.description },
        { title: t("lists.entries"), numeric: true, cell: (row) => number(row.count) },
      ]}
      shape={HASHES}
      at="/api/v1/image_hash_lists/{id}"
      needs="configure"
      more={(row, reload) => <HashFiles list={row} reload={reload} />}
    />
  );
}

async function exported(id: string): Promise<string> {
  let text = "";
  for (let cursor: string | null | undefined; ; ) {
    const page = await api.get("/api/v1/image_hash_lists/{id}/export", { path: { id }, query: cursor ? { cursor } : {} });
    text += page.text;
    cursor = page.next;
    if (!cursor) return text;
  }
}

function HashFiles({ list, reload }: { list: Hashes; reload: () => void }) {
  const [item, setItem] = useState<string>();
  const sending = useSending();
  const at = { path: { id: list.id } };
  const added = ({ added: count, known }: { added: number; known: number }) => {
    say(t("lists.added", { n: count, known }));
    reload();
  };
  return (
    <>
      {holds("export") && (
        <button onClick={() => void exported(list.id).then((text) => saved(`${list.id}.csv`, text, "text/csv"), sayFailure)}>
          {t("files.export")}
          <span class="unseen"> {list.id}</span>
        </button>
      )}
      {holds("configure") && (
        <>
          <FileButton
            label={t("files.import")}
            take={(text) => void api.post("/api/v1/image_hash_lists/{id}/import", { ...at, body: { text } }).then(added, sayFailure)}
          />
          <button onClick={() => setItem("")}>
            {t("lists.fromItem")}
            <span class="unseen"> {list.id}</span>
          </button>
        </>
      )}
      {item !== undefined && (
        <Dialog title={`${t("lists.fromItem")}: ${list.id}`} close={() => setItem(undefined)}>
          <Form send={() => sending
                .send(() => api.post("/api/v1/image_hash_lists/{id}/add", { ...at, body: { item_id: item } }).then(added))
                .then((done) => done && setItem(undefined))}>
            <TextField label={t("f.item_id")} value={item} change={setItem} required />
            {sending.problem}
            <button type="submit" class="primary" disabled={sending.busy}>
              {t("registry.add")}
            </button>
          </Form>
        </Dialog>
      )}
    </>
  );
}

type UserList = AnswerOf<"/api/v1/user_lists/{id}", "get">["user_list"];
const USERS: readonly Shape[] = [{ name: "name" }, { name: "trusted", kind: "flag" }, { name: "users", kind: "lines" }];

function UserLists() {
  return (
    <Registry<UserList>
      title={t("lists.users")}
      hint={t("lists.usersWhat")}
      named
      id={(row) => row.id}
      load={listed("/api/v1/user_lists", "user_lists")}
      columns={[
        {
          title: t("common.name"),
          width: "wide",
          cell: (row) => (
            <>
              <b>{row.name}</b> <code class="faint">{row.id}</code> {row.trusted && <Badge tone="good">{t("f.trusted")}</Badge>}
            </>
          ),
        },
        { title: t("lists.entries"), numeric: true, cell: (row) => number(row.users.length) },
      ]}
      shape={USERS}
      start={{ users: [] }}
      at="/api/v1/user_lists/{id}"
      needs="configure"
    />
  );
}
