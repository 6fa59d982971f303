import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Item } from "../../api/types";
import { Badge } from "../../components/badge";
import { Form, TextField } from "../../components/form";
import { Head } from "../../components/head";
import { usePages } from "../../components/pages";
import { useResource } from "../../components/resource";
import { PagedTable, Table } from "../../components/table";
import { Time } from "../../components/time";
import { useKeys } from "../../keys/manager";
import { address, go, parameter, setQuery } from "../../router";
import { number, t } from "../../words";

interface Found {
  id: string;
  name?: string;
  role: string;
  banned: boolean;
  created_at: unknown;
}

/** By id exactly, by name from its start: what the API can look up. */
async function find(text: string): Promise<Found[]> {
  if (!text) return [];
  const ask = async (filter_conditions: object) => {
    const payload = JSON.stringify({ filter_conditions, limit: 30 });
    return (await api.get("/api/v2/users", { query: { payload } as never })).users as Found[];
  };
  const [byId, byName] = await Promise.all([
    ask({ id: { $in: [text] } }),
    ask({ name: { $autocomplete: text } }).catch(() => []),
  ]);
  return [...byId, ...byName.filter((user) => user.id !== byId[0]?.id)];
}

export function UsersPage() {
  const wanted = parameter("find");
  const [text, setText] = useState(wanted);
  const found = useResource(() => find(wanted), [wanted]);
  const flagged = usePages<Item>(
    async (cursor) => {
      const answer = await api.post("/api/v2/moderation/review_queue", {
        body: {
          filter: { entity_type: "stream:user" },
          limit: 50,
          exclude_default_action_config: true,
          ...(cursor ? { next: cursor } : {}),
        },
      });
      return { rows: answer.items, next: answer.next };
    },
    [],
  );
  useKeys({
    refresh: flagged.reload,
    filter: () => document.querySelector<HTMLInputElement>(".find input")?.focus(),
  });
  return (
    <>
      <Head title={t("nav.users")} />
      <Form class="find" send={() => setQuery({ find: text.trim() }, { replace: false })}>
        <TextField label={t("users.find")} type="search" value={text} change={setText} hint={t("users.hint")} />
        <div class="row">
          <button type="submit" class="primary">
            {t("common.search")}
          </button>
          <button disabled={!text.trim()} onClick={() => go(`/users/${encodeURIComponent(text.trim())}`)}>
            {t("users.open")}
          </button>
        </div>
      </Form>
      {wanted && found.data && found.data.length > 0 && (
        <Table
          caption={t("common.search")}
          rows={found.data}
          id={(user) => user.id}
          columns={[
            { title: t("common.name"), cell: (user) => <UserLink id={user.id} name={user.name ?? ""} /> },
            { title: t("users.role"), cell: (user) => user.role },
            { title: t("deliveries.state"), cell: (user) => <Status banned={user.banned} /> },
            { title: t("author.since"), cell: (user) => <Time at={user.created_at} /> },
          ]}
        />
      )}
      {wanted && found.data?.length === 0 && <p class="state">{t("common.nothing")}</p>}
      <h2 class="section">{t("users.flaggedUsers")}</h2>
      <PagedTable
        caption={t("users.flaggedUsers")}
        pages={flagged}
        id={(item) => item.id}
        columns={[
          {
            title: t("common.name"),
            cell: (item) => <UserLink id={item.entity_id} name={item.entity_creator?.name ?? ""} />,
          },
          { title: t("deliveries.state"), cell: (item) => <Status banned={item.entity_creator?.banned ?? false} /> },
          { title: t("users.flagged"), numeric: true, cell: (item) => number(item.entity_creator?.flagged_count ?? 0) },
          { title: t("users.removed"), numeric: true, cell: (item) => number(item.entity_creator?.deleted_content_count ?? 0) },
          { title: t("author.bans"), numeric: true, cell: (item) => number(item.entity_creator?.ban_count ?? 0) },
          { title: t("common.time"), cell: (item) => <Time at={item.updated_at} /> },
        ]}
      />
    </>
  );
}

function UserLink({ id, name }: { id: string; name: string }) {
  return (
    <a href={address(`/users/${encodeURIComponent(id)}`)}>
      {name || id} {name && <code>{id}</code>}
    </a>
  );
}

function Status({ banned }: { banned: boolean }) {
  return banned ? <Badge tone="bad">{t("author.banned")}</Badge> : <Badge tone="good">{t("users.ok")}</Badge>;
}
