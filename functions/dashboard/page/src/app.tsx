import { effect, signal } from "./state";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { online } from "./api/client";
import { Help } from "./keys/help";
import { type About, type Command, COMMANDS } from "./keys/commands";
import { type Handlers, useKeys } from "./keys/manager";
import { Palette } from "./keys/palette";
import { Dialog } from "./components/dialog";
import { Empty, explained, Loading, Problem } from "./components/states";
import { say, Toasts } from "./components/toasts";
import { Pending } from "./decisions/pending";
import { Navigation } from "./navigation";
import { loadPreferences } from "./preferences";
import { follow, go, matched, path } from "./router";
import { atLeast, interrupted, resume, seesAll, session } from "./session";
import { NewPassword, SignIn } from "./sign_in";
import { countUnread, unread } from "./unread";
import { loadAppSettings } from "./wellness";
import { language, loadWords, t } from "./words";
import { isOpen, type PageProps, ROUTES, type Route } from "./pages/routes";

const helping = signal(false);
const searching = signal(false);
const GOING: Handlers = {};
for (const [command, { to }] of Object.entries<About>(COMMANDS)) if (to) GOING[command as Command] = () => go(to);
effect(() => {
  void language.value;
  void loadWords();
});

export function App() {
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => {
    resume().catch((error: unknown) => {
      session.value = null;
      setFailed(error);
    });
    document.addEventListener("click", follow);
    document.addEventListener("keydown", search);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("keydown", search);
    };
  }, []);
  if (session.value === undefined) return <Loading />;
  if (session.value === null) return <SignIn notice={failed ? linkNotice(failed) : undefined} />;
  return <Shell key={session.value.member.id} />;
}

/** Ctrl or Cmd and K, in fields too. */
function search(event: KeyboardEvent): void {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (session.value && !document.querySelector("dialog[open]")) searching.value = true;
}

function linkNotice(error: unknown): string {
  return error instanceof Error && "status" in error && error.status === 401
    ? t("signIn.linkFailed")
    : explained(error);
}

function Shell() {
  useEffect(() => {
    void loadPreferences();
    void loadAppSettings();
    if (!seesAll()) return undefined;
    void countUnread();
    const timer = setInterval(() => void countUnread(), 30_000);
    return () => clearInterval(timer);
  }, []);
  useKeys({
    help: () => (helping.value = true),
    palette: () => (searching.value = true),
    ...GOING,
  });
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t("app.skip")}
      </a>
      <Navigation help={() => (helping.value = true)} unread={unread.value} />
      <main id="content" tabIndex={-1}>
        {!online.value && (
          <p class="notice" role="alert">
            {t("app.offline")}
          </p>
        )}
        <Page />
      </main>
      <Pending />
      <Toasts />
      {searching.value && <Palette close={() => (searching.value = false)} />}
      {helping.value && <Help close={() => (helping.value = false)} />}
      {interrupted.value && (
        <Dialog title={t("signIn.title")} close={() => undefined} stays>
          <SignIn notice={t("signIn.again")} embedded />
        </Dialog>
      )}
      {session.value?.member.must_set_password && <NewPassword />}
    </div>
  );
}

function found(at: string): { route: Route; values: Record<string, string> } | undefined {
  for (const route of ROUTES) {
    const values = matched(route.path, at);
    if (values) return { route, values };
  }
  return undefined;
}

const leading = signal<Record<string, ComponentType<PageProps>>>({});

function Page() {
  const match = found(path.value);
  const route = match?.route;
  const [error, setError] = useState<unknown>();
  const Found = route && (route.page ?? leading.value[route.path]);
  useEffect(() => {
    setError(undefined);
    document.title = route ? `${t(route.title)} – Gavel` : "Gavel";
    if (!route || Found) return;
    import("./pages/leading_pages").then(({ pages }) => (leading.value = pages), setError);
  }, [route]);
  if (!match) return <Empty>{t("app.notFound")}</Empty>;
  if (!isOpen(match.route)) {
    const { needs } = match.route;
    return <Empty>{needs && !atLeast(needs) ? t("app.noRight", { role: needs }) : t("app.noRestricted")}</Empty>;
  }
  if (error !== undefined) return <Problem error={error} retry={() => location.reload()} />;
  return Found ? <Found key={match.route.path} values={match.values} /> : <Loading />;
}

window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException) return;
  say(explained(event.reason), { bad: true });
});
