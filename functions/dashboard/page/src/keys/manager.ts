import { computed } from "../state";
import { useEffect, useRef } from "preact/hooks";
import { preferences } from "../preferences";
import { about, COMMANDS, type Command, isFor, offered } from "./commands";
import { type Bindings, PRESETS } from "./presets";

/** A key that comes so soon after another item came up was meant for the one before. */
const GUARD = 250;
/** The second key of a sequence (`g q`) has so long to follow. */
const SEQUENCE = 1_200;

type Handler = (held: KeyboardEvent) => void;
export type Handlers = Partial<Record<Command, Handler>>;
interface Layer {
  press: Handlers;
  release: Handlers;
}

export const bindings = computed<Bindings>(() => {
  const { preset, own } = preferences.value.keys;
  return { ...PRESETS[preset], ...own };
});

const commands = computed(() => {
  const found = new Map<string, Command>();
  for (const command of Object.keys(COMMANDS) as Command[]) {
    for (const key of bindings.value[command]) if (!found.has(key)) found.set(key, command);
  }
  return found;
});

const layers: Layer[] = [];
let first = "";
let firstAt = 0;
let changedAt = 0;

/** Another item is before the moderator now. */
export function itemChanged(): void {
  changedAt = performance.now();
}

/** A key as the bindings write it; empty for those of the browser and of whoever types. */
export function nameOf(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return "";
  const { key } = event;
  if (["Shift", "Control", "Alt", "Meta", "CapsLock", "Dead", "Tab"].includes(key)) return "";
  if (/^\p{L}$/u.test(key)) return event.shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase();
  return key;
}

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !["checkbox", "radio", "button", "submit", "reset"].includes(target.type)
  );
}

/** Enter and the arrows belong to what is focused where that answers to them. */
function isTaken(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === "Enter" || key === " ") return target.closest("a,button,summary,input") !== null;
  if (key.startsWith("Arrow")) return target.closest("[role=tablist],input,video,audio") !== null;
  return false;
}

function handlerOf(command: Command, kind: keyof Layer): Handler | undefined {
  return layers.findLast((layer) => layer[kind][command])?.[kind][command];
}

/** What a key would do now. */
export function doable(): Command[] {
  return offered().filter((command) => handlerOf(command, "press"));
}

export function run(command: Command): void {
  handlerOf(command, "press")?.(new KeyboardEvent("keydown"));
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || !preferences.value.keys.on) return;
  const key = nameOf(event);
  if (!key || isField(event.target) || isTaken(key, event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const now = performance.now();
  const whole = first && now - firstAt < SEQUENCE ? `${first} ${key}` : key;
  first = "";
  const command = commands.value.get(whole) ?? commands.value.get(key);
  if (command === undefined) {
    if ([...commands.value.keys()].some((each) => each.startsWith(`${key} `))) {
      [first, firstAt] = [key, now];
    }
    return;
  }
  const handler = handlerOf(command, "press");
  if (!handler || !isFor(command)) return;
  event.preventDefault();
  if (about(command).decides && (event.repeat || now - changedAt < GUARD)) return;
  handler(event);
}

function released(event: KeyboardEvent): void {
  const command = commands.value.get(nameOf(event));
  if (command) handlerOf(command, "release")?.(event);
}

window.addEventListener("keydown", pressed);
window.addEventListener("keyup", released);

/** What keys do while a component is there; of several the one that came last counts. */
export function useKeys(press: Handlers, release: Handlers = {}): void {
  const layer = useRef<Layer>({ press, release });
  layer.current.press = press;
  layer.current.release = release;
  useEffect(() => {
    const own = layer.current;
    layers.push(own);
    return () => void layers.splice(layers.indexOf(own), 1);
  }, []);
}
