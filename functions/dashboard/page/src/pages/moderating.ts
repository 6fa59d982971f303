import type { Route } from "./routes";
import { OverviewPage } from "./overview/page";
import { QueuePage } from "./queue/page";
import { ItemPage } from "./item/page";
import { ContentPage } from "./content/page";
import { UsersPage } from "./users/page";
import { UserPage } from "./users/user";
import { AppealsPage } from "./appeals/page";
import { SecondLooksPage } from "./second_looks/page";
import { SettingsPage } from "./settings/page";

/** The pages of those who decide. */
export const moderating: readonly Route[] = [
  { path: "/", title: "nav.overview", group: "work", page: OverviewPage },
  {
    path: "/queue/:view",
    to: "/queue/all",
    title: "nav.queue",
    group: "work",
    page: QueuePage,
  },
  { path: "/item/:id", title: "nav.item", page: ItemPage },
  { path: "/content", title: "nav.content", group: "work", page: ContentPage },
  { path: "/users", title: "nav.users", group: "work", page: UsersPage },
  { path: "/users/:id", title: "nav.user", page: UserPage },
  { path: "/appeals", title: "nav.appeals", group: "work", all: true, page: AppealsPage },
  { path: "/second_looks", title: "nav.looks", group: "work", needs: "moderator", all: true, page: SecondLooksPage },
  { path: "/settings", title: "nav.settings", group: "appGroup", page: SettingsPage },
];
