import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../words";

interface DialogProps {
  title: string;
  close: () => void;
  children: ComponentChildren;
  /** Closing is up to what is in it. */
  stays?: boolean;
}

/** The browser's own dialog: it keeps the focus, and gives it back to where it was. */
export function Dialog({ title, close, children, stays = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      if (dialog?.open) dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={label}
      onCancel={(event) => {
        event.preventDefault();
        if (!stays) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (!stays) close();
      }}
    >
      <header>
        <h2 id={label}>{title}</h2>
        {!stays && (
          <button class="quiet" aria-label={t("common.close")} onClick={close}>
            ✕
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
