import { useEffect, useState } from "preact/hooks";
import { sayFailure } from "./components/toasts";
import { isOpen, ROUTES, type Route } from "./pages/routes";
import { address, path } from "./router";
import { session, signOut } from "./session";
import { t } from "./words";

const GROUPS = ["work", "rulesGroup", "operate", "appGroup"] as const;

interface NavigationProps {
  help: () => void;
  unread: number;
}

function isHere(route: Route): boolean {
  const start = route.path.split("/")[1] ?? "";
  return start === (path.value.split("/")[1] ?? "");
}

export function Navigation({ help, unread }: NavigationProps) {
  const [open, setOpen] = useState(false);
  const at = path.value;
  useEffect(() => setOpen(false), [at]);
  const { member, app } = session.value ?? {};
  return (
    <header class="side">
      <div class="brand">
        <a href={address("/")}>
          <strong>Gavel</strong> <span class="faint line">{app?.name}</span>
        </a>
        <button
          class="menu"
          aria-expanded={open}
          aria-controls="pages"
          onClick={() => setOpen(!open)}
        >
          {t("app.menu")}
          {unread > 0 && <Dot unread={unread} />}
        </button>
      </div>
      <nav id="pages" aria-label={t("nav.main")} data-open={open}>
        {GROUPS.map((group) => {
          const routes = ROUTES.filter((route) => route.group === group && isOpen(route));
          if (routes.length === 0) return null;
          return (
            <section key={group}>
              <h2>{t(`group.${group}`)}</h2>
              <ul>
                {routes.map((route) => (
                  <li key={route.path}>
                    <a href={address(route.to ?? route.path)} aria-current={isHere(route) ? "page" : undefined}>
                      {t(route.title)}
                      {route.path === "/log" && unread > 0 && <Dot unread={unread} />}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        <div class="who">
          <span class="line">
            {member?.name} <span class="faint">{member?.role}</span>
          </span>
          <button class="quiet" onClick={help} aria-label={t("keys.title")}>
            ?
          </button>
          <button class="quiet" onClick={() => signOut().catch(sayFailure)}>
            {t("app.signOut")}
          </button>
        </div>
      </nav>
    </header>
  );
}

/** The red dot: failures that nobody has acknowledged. */
function Dot({ unread }: { unread: number }) {
  return (
    <span class="dot" data-unread={unread} title={t("app.failures", { n: unread })}>
      <span class="unseen">{t("app.failures", { n: unread })}</span>
    </span>
  );
}
