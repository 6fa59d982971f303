import type { Route } from "./routes";

/** The pages of those who decide. */
export const moderating: readonly Route[] = [
  { path: "/", title: "nav.overview", group: "work", load: () => import("./overview/page") },
  {
    path: "/queue/:view",
    to: "/queue/all",
    title: "nav.queue",
    group: "work",
    load: () => import("./queue/page"),
  },
  { path: "/item/:id", title: "nav.item", load: () => import("./item/page") },
  { path: "/content", title: "nav.content", group: "work", load: () => import("./content/page") },
  { path: "/users", title: "nav.users", group: "work", load: () => import("./users/page") },
  { path: "/users/:id", title: "nav.user", load: () => import("./users/user") },
  { path: "/appeals", title: "nav.appeals", group: "work", all: true, load: () => import("./appeals/page") },
  { path: "/second_looks", title: "nav.looks", group: "work", needs: "moderator", all: true, load: () => import("./second_looks/page") },
  { path: "/settings", title: "nav.settings", group: "appGroup", load: () => import("./settings/page") },
];
