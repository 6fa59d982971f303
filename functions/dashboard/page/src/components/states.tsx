import type { ComponentChildren } from "preact";
import { Failure } from "../api/client";
import { t } from "../words";

/** What went wrong, in words of the page, with what the server said. */
export function explained(error: unknown): string {
  if (!(error instanceof Failure)) return error instanceof Error ? error.message : String(error);
  if (error.offline) return t("common.offline");
  if (error.status >= 500) return `${t("common.server")} ${error.request}`.trim();
  if (error.status === 403) return `${t("common.forbidden")} ${error.message}`.trim();
  if (error.status === 404) return t("common.gone");
  return error.message;
}

export function Loading() {
  return (
    <p class="state loading" role="status">
      {t("common.loading")}
    </p>
  );
}

export function Empty({ children }: { children?: ComponentChildren }) {
  return <div class="state">{children ?? t("common.nothing")}</div>;
}

export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <div class="state problem" role="alert">
      <p>{t("common.failed", { why: explained(error) })}</p>
      {retry && (
        <button onClick={retry}>
          {t("common.retry")}
        </button>
      )}
    </div>
  );
}
