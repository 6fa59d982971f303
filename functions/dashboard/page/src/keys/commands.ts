import { isOpen, ROUTES } from "../pages/routes";
import { holds, may, seesAll } from "../session";
import type { WordKey } from "../words";

export interface About {
  title: WordKey;
  group: "move" | "decide" | "look" | "go";
  /** Never by auto-repeat, nor in the moment after another item came up. */
  decides?: true;
  /** Where it leads, as the menu does. */
  to?: string;
}

/** Everything that a key can do, in the order in which the help shows it. */
export const COMMANDS = {
  next: { title: "keys.next", group: "move" },
  previous: { title: "keys.previous", group: "move" },
  open: { title: "keys.open", group: "move" },
  select: { title: "keys.select", group: "move" },
  selectRange: { title: "keys.selectRange", group: "move" },
  selectPage: { title: "keys.selectPage", group: "move" },
  close: { title: "keys.close", group: "move" },
  keep: { title: "keys.keep", group: "decide", decides: true },
  remove: { title: "keys.remove", group: "decide", decides: true },
  ban: { title: "keys.ban", group: "decide", decides: true },
  skip: { title: "keys.skip", group: "decide", decides: true },
  escalate: { title: "keys.escalate", group: "decide", decides: true },
  flag: { title: "keys.flag", group: "decide", decides: true },
  others: { title: "keys.others", group: "decide" },
  undo: { title: "keys.undo", group: "decide" },
  note: { title: "keys.note", group: "decide" },
  reason1: { title: "keys.reason", group: "decide" },
  reason2: { title: "keys.reason", group: "decide" },
  reason3: { title: "keys.reason", group: "decide" },
  reason4: { title: "keys.reason", group: "decide" },
  reason5: { title: "keys.reason", group: "decide" },
  reason6: { title: "keys.reason", group: "decide" },
  reason7: { title: "keys.reason", group: "decide" },
  reason8: { title: "keys.reason", group: "decide" },
  reason9: { title: "keys.reason", group: "decide" },
  context: { title: "keys.context", group: "look" },
  unveil: { title: "keys.unveil", group: "look" },
  mute: { title: "keys.mute", group: "look" },
  translate: { title: "keys.translate", group: "look" },
  refresh: { title: "keys.refresh", group: "look" },
  filter: { title: "keys.filter", group: "look" },
  palette: { title: "keys.palette", group: "look" },
  help: { title: "keys.help", group: "look" },
  goOverview: { title: "nav.overview", group: "go", to: "/" },
  goQueue: { title: "nav.queue", group: "go", to: "/queue/all" },
  goUsers: { title: "nav.users", group: "go", to: "/users" },
  goRules: { title: "nav.rules", group: "go", to: "/rules" },
  goLog: { title: "nav.log", group: "go", to: "/log" },
  goAppeals: { title: "nav.appeals", group: "go", to: "/appeals" },
  goDeliveries: { title: "nav.deliveries", group: "go", to: "/deliveries" },
  goContent: { title: "nav.content", group: "go", to: "/content" },
  goSettings: { title: "nav.settings", group: "go", to: "/settings" },
} as const satisfies Record<string, About>;

export type Command = keyof typeof COMMANDS;

export function about(command: Command): About {
  return COMMANDS[command];
}

/** Whether it is for the member at all: what they may not do they are not offered. */
export function isFor(command: Command): boolean {
  const { group, to } = about(command);
  if (to) return ROUTES.some((route) => (route.to ?? route.path) === to && isOpen(route));
  if (command.startsWith("select")) return holds("oversee");
  if (command === "ban" || command === "escalate") return may(command);
  if (command === "flag") return may(command) && seesAll();
  return group !== "decide" || holds("decide");
}

export function offered(): Command[] {
  return (Object.keys(COMMANDS) as Command[]).filter(isFor);
}
