import type { Route } from "./routes";

/** The pages of those who write rules and look after what is sent. */
export const leading: readonly Route[] = [
  { path: "/rules", title: "nav.rules", group: "rulesGroup", needs: "lead" },
  { path: "/rules/:id", title: "nav.rules" },
  { path: "/policies", title: "nav.policies", group: "rulesGroup", needs: "lead" },
  { path: "/policies/:id", title: "nav.policies", needs: "lead" },
  { path: "/lists", title: "nav.lists", group: "rulesGroup", needs: "lead" },
  { path: "/spam", title: "nav.spam", group: "rulesGroup", needs: "lead" },
  { path: "/reporting", title: "nav.reporting", group: "rulesGroup", needs: "lead" },
  { path: "/strikes", title: "nav.strikes", group: "rulesGroup", needs: "lead" },
  { path: "/actions", title: "nav.actions", group: "operate", needs: "lead" },
  { path: "/held", title: "nav.held", group: "operate", needs: "senior", all: true },
  { path: "/approvals", title: "nav.approvals", group: "work", all: true },
  { path: "/deliveries", title: "nav.deliveries", group: "operate", all: true },
  { path: "/log", title: "nav.log", group: "operate", all: true },
  { path: "/transparency", title: "nav.transparency", group: "operate", all: true },
  { path: "/integrity", title: "nav.integrity", group: "operate", all: true },
  { path: "/erasures/:id", title: "nav.erasure", needs: "admin" },
  { path: "/providers", title: "nav.providers", group: "appGroup", needs: "lead" },
  { path: "/members", title: "nav.members", group: "appGroup", needs: "admin" },
  { path: "/app", title: "nav.app", group: "appGroup", needs: "admin" },
];
