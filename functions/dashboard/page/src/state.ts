import { type Component, options, type VNode } from "preact";

/** What is to be done anew when a value changes; `marks` only that it is not known any more. */
interface Reader {
  marks?: Set<Reader>;
  run: () => void;
  /** What it has read: where it is forgotten. */
  read: Set<Set<Reader>>;
}

export interface Value<T> {
  readonly value: T;
}

export interface Signal<T> extends Value<T> {
  value: T;
}

let reading: Reader | undefined;
let batches = 0;
const due = new Set<Reader>();

function note(readers: Set<Reader>): void {
  if (!reading) return;
  readers.add(reading);
  reading.read.add(readers);
}

function forget(reader: Reader): void {
  for (const readers of reader.read) readers.delete(reader);
  reader.read.clear();
}

function within<T>(reader: Reader, act: () => T): T {
  forget(reader);
  const before = reading;
  reading = reader;
  try {
    return act();
  } finally {
    reading = before;
  }
}

function mark(readers: Set<Reader>): void {
  for (const reader of [...readers]) {
    if (!reader.marks) due.add(reader);
    else {
      reader.run();
      mark(reader.marks);
    }
  }
}

/** What is due is done once, when the outermost batch ends. */
export function batch(act: () => void): void {
  batches += 1;
  try {
    act();
  } finally {
    batches -= 1;
    if (batches === 0) {
      const all = [...due];
      due.clear();
      for (const reader of all) reader.run();
    }
  }
}

/** A value that draws anew whatever has read it when it becomes another. */
export function signal<T>(value: T): Signal<T> {
  const readers = new Set<Reader>();
  return {
    get value() {
      note(readers);
      return value;
    },
    set value(next) {
      if (Object.is(value, next)) return;
      value = next;
      batch(() => mark(readers));
    },
  };
}

/** What follows from other values: made when it is read, and kept until one of them changes. */
export function computed<T>(make: () => T): Value<T> {
  let known: { value: T } | undefined;
  const marks = new Set<Reader>();
  const reader: Reader = { marks, read: new Set(), run: () => (known = undefined) };
  return {
    get value() {
      note(marks);
      known ??= { value: within(reader, make) };
      return known.value;
    },
  };
}

/** Does something now and whenever a value that it reads changes. */
export function effect(act: () => void): void {
  const reader: Reader = { read: new Set(), run: () => within(reader, act) };
  reader.run();
}

type Hook = ((vnode: VNode) => void) | undefined;
/** By the short names that Preact's own add-ons use: before a component renders, and its component. */
const hooks = options as { __r?: Hook; diffed?: Hook; unmount?: Hook };
const drawing = new WeakMap<object, Reader>();

function componentOf(vnode: VNode): Component | undefined {
  return (vnode as VNode & { __c?: Component }).__c;
}

function chained(name: keyof typeof hooks, act: (vnode: VNode) => void): void {
  const before = hooks[name];
  hooks[name] = (vnode) => {
    act(vnode);
    before?.(vnode);
  };
}

chained("__r", (vnode) => {
  const component = componentOf(vnode);
  if (!component) return;
  let reader = drawing.get(component);
  if (!reader) drawing.set(component, (reader = { read: new Set(), run: () => component.forceUpdate() }));
  forget(reader);
  reading = reader;
});
chained("diffed", () => (reading = undefined));
chained("unmount", (vnode) => {
  const reader = drawing.get(componentOf(vnode) ?? vnode);
  if (reader) forget(reader);
});
