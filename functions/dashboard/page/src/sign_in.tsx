import { useEffect, useState } from "preact/hooks";
import { Failure } from "./api/client";
import { Dialog } from "./components/dialog";
import { TextField, useSending } from "./components/form";
import { setPassword, signIn, turnedAway, type SignIn as Ways, waysIn } from "./session";
import { t } from "./words";

interface SignInProps {
  notice?: string | undefined;
  /** Within a dialog, over what was on the page. */
  embedded?: boolean;
}

export function SignIn({ notice, embedded = false }: SignInProps) {
  const [ways, setWays] = useState<Ways>({ password: true, providers: [] });
  useEffect(() => {
    waysIn().then(setWays, () => undefined);
  }, []);
  const content = (
    <>
      {notice && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      {turnedAway.value && (
        <p class="notice" role="alert">
          {t(`turnedAway.${turnedAway.value}`)}
        </p>
      )}
      {ways.password && <PasswordForm />}
      {ways.providers.map((provider) => (
        <a
          key={provider.id}
          class="button"
          href={`/dashboard/sign_in/${encodeURIComponent(provider.id)}`}
        >
          {t("signIn.with", { provider: provider.label })}
        </a>
      ))}
    </>
  );
  if (embedded) return content;
  return (
    <main class="sign-in">
      <h1>Gavel</h1>
      {content}
    </main>
  );
}

function PasswordForm() {
  const [name, setName] = useState("");
  const [password, setSecret] = useState("");
  const [refused, setRefused] = useState(false);
  const sending = useSending();
  const submit = (event: Event) => {
    event.preventDefault();
    setRefused(false);
    void sending.send(async () => {
      try {
        await signIn(name, password);
      } catch (error) {
        if (!(error instanceof Failure) || error.status !== 401) throw error;
        setRefused(true);
      }
    });
  };
  return (
    <form onSubmit={submit}>
      <TextField
        label={t("signIn.name")}
        value={name}
        change={setName}
        autocomplete="username"
        required
      />
      <TextField
        label={t("signIn.password")}
        type="password"
        value={password}
        change={setSecret}
        autocomplete="current-password"
        required
      />
      {refused && (
        <p class="wrong" role="alert">
          {t("signIn.refused")}
        </p>
      )}
      {sending.problem}
      <button type="submit" class="primary" disabled={sending.busy}>
        {t("signIn.button")}
      </button>
    </form>
  );
}

/** Asked for after a one-time link, as the link is worth nothing any more. */
export function NewPassword() {
  return (
    <Dialog title={t("signIn.newPassword")} close={() => undefined} stays>
      <p>{t("signIn.newPasswordWhy")}</p>
      <PasswordChange needsOld={false} />
    </Dialog>
  );
}

export function PasswordChange({ needsOld, done }: { needsOld: boolean; done?: () => void }) {
  const [old, setOld] = useState("");
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const sending = useSending(["password", "old"]);
  const differ = second !== "" && first !== second;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (first !== second) return;
    const held = await sending.send(() => setPassword(first, needsOld ? old : undefined));
    if (held) {
      setOld("");
      setFirst("");
      setSecond("");
      done?.();
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {needsOld && (
        <TextField
          label={t("signIn.oldPassword")}
          type="password"
          value={old}
          change={setOld}
          error={sending.wrong("old")}
          autocomplete="current-password"
          required
        />
      )}
      <TextField
        label={t("signIn.new")}
        type="password"
        value={first}
        change={setFirst}
        error={sending.wrong("password")}
        autocomplete="new-password"
        required
      />
      <TextField
        label={t("signIn.repeat")}
        type="password"
        value={second}
        change={setSecond}
        error={differ ? t("signIn.differ") : undefined}
        autocomplete="new-password"
        required
      />
      {sending.problem}
      <button type="submit" class="primary" disabled={sending.busy || differ}>
        {t("common.save")}
      </button>
    </form>
  );
}
