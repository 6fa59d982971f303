import { useState } from "preact/hooks";
import { wellness } from "../wellness";
import { t } from "../words";
import { muted, unveiled } from "./veil";

interface MediaProps {
  kind: "image" | "video" | "audio";
  url: string;
  number: number;
}

function isShowable(url: string): boolean {
  return /^(https?:|data:image\/)/i.test(url);
}

/** An image, video or sound: blurred, grey and muted until wanted, as the member has it. */
export function Media({ kind, url, number }: MediaProps) {
  const [wanted, setWanted] = useState(false);
  const [broken, setBroken] = useState(!isShowable(url));
  const { blur, grey, mute } = wellness.value;
  const shown = wanted || unveiled.value;
  const title = t(`media.${kind}`, { n: number });
  if (broken) {
    return (
      <p class="broken">
        <span class="faint">
          {title}: {t("content.broken")}
        </span>{" "}
        <code>{url.slice(0, 500)}</code>
      </p>
    );
  }
  const className = [blur && !shown && "blur", grey && !shown && "grey"].filter(Boolean).join(" ");
  const isMuted = muted.value ?? mute;
  return (
    <figure class="media">
      <div class={className}>
        {kind === "image" && (
          <img src={url} alt={title} loading="lazy" referrerpolicy="no-referrer" onError={() => setBroken(true)} />
        )}
        {kind === "video" && (
          // Captions are not among what an app sends.
          <video src={url} controls={shown || !blur} preload="metadata" muted={isMuted} aria-label={title} onError={() => setBroken(true)} />
        )}
        {kind === "audio" && (
          <audio src={url} controls preload="none" muted={isMuted} aria-label={title} onError={() => setBroken(true)} />
        )}
      </div>
      <figcaption class="row">
        <span class="faint">{title}</span>
        {(blur || grey) && kind !== "audio" && (
          <button class="quiet" aria-pressed={wanted} onClick={() => setWanted(!wanted)}>
            {wanted ? t("content.veil") : t("content.unveil")}
          </button>
        )}
      </figcaption>
    </figure>
  );
}
