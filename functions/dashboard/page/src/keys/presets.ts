import type { Command } from "./commands";

export type Bindings = Record<Command, readonly string[]>;
export type Preset = "gavel" | "ozone" | "coral";

const gavel: Bindings = {
  reason1: ["1"],
  reason2: ["2"],
  reason3: ["3"],
  reason4: ["4"],
  reason5: ["5"],
  reason6: ["6"],
  reason7: ["7"],
  reason8: ["8"],
  reason9: ["9"],
  next: ["j", "ArrowDown"],
  previous: ["k", "ArrowUp"],
  open: ["o", "Enter"],
  select: ["x"],
  selectRange: ["Shift+x"],
  selectPage: ["*"],
  close: ["Escape"],
  keep: ["a"],
  remove: ["d"],
  ban: ["b"],
  skip: ["s"],
  escalate: ["e"],
  flag: ["f"],
  undo: ["z", "u"],
  note: ["n"],
  context: ["c"],
  unveil: ["v"],
  mute: ["m"],
  translate: ["t"],
  refresh: ["r"],
  filter: ["/"],
  palette: [":"],
  help: ["?"],
  goOverview: ["g o"],
  goQueue: ["g q"],
  goUsers: ["g u"],
  goRules: ["g r"],
  goLog: ["g l"],
  goAppeals: ["g a"],
  goDeliveries: ["g d"],
  goContent: ["g c"],
  goSettings: ["g s"],
};

/** People who come from another tool find its keys where they were. */
export const PRESETS: Record<Preset, Bindings> = {
  gavel,
  ozone: {
    ...gavel,
    next: ["ArrowRight", "j"],
    previous: ["ArrowLeft", "k"],
    remove: ["t"],
    flag: ["l"],
    note: ["c"],
    context: ["w"],
    translate: ["Shift+t"],
  },
  coral: { ...gavel, keep: ["f"], remove: ["d"], flag: ["l"], context: ["c"], skip: ["s"] },
};
