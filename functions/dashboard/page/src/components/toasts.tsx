import { signal } from "../state";
import { explained } from "./states";

interface Toast {
  id: number;
  text: string;
  bad: boolean;
}

const toasts = signal<Toast[]>([]);
let last = 0;

/** Says something for some seconds, also to screen readers. */
export function say(text: string, { bad = false }: { bad?: boolean } = {}): void {
  const toast = { id: (last += 1), text, bad };
  toasts.value = [...toasts.value.slice(-3), toast];
  setTimeout(() => dismiss(toast.id), bad ? 12_000 : 5_000);
}

export function sayFailure(error: unknown): void {
  say(explained(error), { bad: true });
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <button
          key={toast.id}
          class={toast.bad ? "toast bad" : "toast"}
          onClick={() => dismiss(toast.id)}
        >
          {toast.text}
        </button>
      ))}
    </div>
  );
}
