import type { Route } from "./routes";

/** The pages of those who write rules and look after what is sent. */
export const leading: readonly Route[] = [
  { path: "/rules", title: "nav.rules", group: "rulesGroup", needs: "lead", load: () => import("./rules/page") },
  { path: "/rules/:id", title: "nav.rules", load: () => import("./rules/one") },
  { path: "/policies", title: "nav.policies", group: "rulesGroup", needs: "lead", load: () => import("./policies/page") },
  { path: "/policies/:id", title: "nav.policies", needs: "lead", load: () => import("./policies/one") },
  { path: "/lists", title: "nav.lists", group: "rulesGroup", needs: "lead", load: () => import("./lists/page") },
  { path: "/spam", title: "nav.spam", group: "rulesGroup", needs: "lead", load: () => import("./spam/page") },
  { path: "/reporting", title: "nav.reporting", group: "rulesGroup", needs: "lead", load: () => import("./reporting/page") },
  { path: "/strikes", title: "nav.strikes", group: "rulesGroup", needs: "lead", load: () => import("./strikes/page") },
  { path: "/actions", title: "nav.actions", group: "operate", needs: "lead", load: () => import("./actions/page") },
  { path: "/held", title: "nav.held", group: "operate", needs: "senior", all: true, load: () => import("./held/page") },
  { path: "/approvals", title: "nav.approvals", group: "work", all: true, load: () => import("./approvals/page") },
  { path: "/deliveries", title: "nav.deliveries", group: "operate", all: true, load: () => import("./deliveries/page") },
  { path: "/log", title: "nav.log", group: "operate", all: true, load: () => import("./log/page") },
  { path: "/transparency", title: "nav.transparency", group: "operate", all: true, load: () => import("./transparency/page") },
  { path: "/integrity", title: "nav.integrity", group: "operate", all: true, load: () => import("./integrity/page") },
  { path: "/erasures/:id", title: "nav.erasure", needs: "admin", load: () => import("./erasures/page") },
  { path: "/providers", title: "nav.providers", group: "appGroup", needs: "lead", load: () => import("./providers/page") },
  { path: "/members", title: "nav.members", group: "appGroup", needs: "admin", load: () => import("./members/page") },
  { path: "/app", title: "nav.app", group: "appGroup", needs: "admin", load: () => import("./app/page") },
];
