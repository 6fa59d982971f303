import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { ActionType, Decision, HandledAppeal } from "../../api/types";
import { Checkbox, Form, TextArea, useSending } from "../../components/form";
import { say } from "../../components/toasts";
import { BanDialog } from "../../decisions/dialogs";
import { actionName } from "../../decisions/kinds";
import { may } from "../../session";
import { t } from "../../words";

/** What takes the decision back that is appealed against. */
function overturning(appeal: HandledAppeal): ActionType {
  const original = appeal.original_moderation_action?.type ?? "";
  if (original === "ban" || appeal.entity_type === "stream:user") return "unban";
  return original === "block" || original === "shadow_block" ? "unblock" : "restore";
}

/** Who reported it is right where something is done after all; its author where it is taken back. */
function accepting(appeal: HandledAppeal): readonly ActionType[] {
  return appeal.role === "notifier" ? ["block", "ban"] : [overturning(appeal)];
}

/** The answer to an appeal: always with a reason, as whoever appeals is told it. */
export function Answering({ appeal, decided }: { appeal: HandledAppeal; decided: () => Promise<void> }) {
  const [answer, setAnswer] = useState("");
  const [unfounded, setUnfounded] = useState(false);
  const [banning, setBanning] = useState(false);
  const sending = useSending(["reject_appeal", "decision_reason"]);
  const decide = async (action_type: ActionType, more: Partial<Decision>) => {
    setBanning(false);
    let warning: string | undefined;
    const held = await sending.send(async () => {
      const body = { action_type, appeal_id: appeal.id, ...more };
      warning = (await api.post("/api/v2/moderation/submit_action", { body })).auto_restore_warning;
    });
    if (!held) return;
    say(warning ?? t("appeals.decided"), { bad: warning !== undefined });
    await decided();
  };
  const accept = (action: ActionType) => {
    if (action === "ban") setBanning(true);
    else void decide(action, { decision_reason: answer });
  };
  const isReady = !sending.busy && answer.trim() !== "";
  return (
    <Form>
      <TextArea
        label={t("appeals.why")}
        value={answer}
        change={setAnswer}
        rows={2}
        maxLength={2000}
        hint={t("appeals.whyNeeded")}
        error={sending.wrong("reject_appeal") ?? sending.wrong("decision_reason")}
      />
      <Checkbox label={t("appeals.isUnfounded")} checked={unfounded} change={setUnfounded} />
      {sending.problem}
      <div class="row">
        {accepting(appeal)
          .filter(may)
          .map((action) => (
            <button key={action} disabled={!isReady || unfounded} onClick={() => accept(action)}>
              {appeal.role === "author" ? t("appeals.overturn") : t("appeals.act", { what: actionName(action) })}
            </button>
          ))}
        <button
          class="danger"
          disabled={!isReady}
          onClick={() =>
            void decide("reject_appeal", {
              reject_appeal: { decision_reason: answer },
              ...(unfounded ? { unfounded } : {}),
            })
          }
        >
          {t("appeals.uphold")}
        </button>
      </div>
      {banning && (
        <BanDialog
          who={appeal.entity_id}
          reason={answer}
          close={() => setBanning(false)}
          decide={(reason, options) => void decide("ban", { decision_reason: answer, ban: { ...options, reason } })}
        />
      )}
    </Form>
  );
}
