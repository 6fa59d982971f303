import type { ComponentType } from "preact";
import { ActionsPage } from "./actions/page";
import { AppPage } from "./app/page";
import { ApprovalsPage } from "./approvals/page";
import { DeliveriesPage } from "./deliveries/page";
import { ErasurePage } from "./erasures/page";
import { HeldPage } from "./held/page";
import { IntegrityPage } from "./integrity/page";
import { ListsPage } from "./lists/page";
import { LogPage } from "./log/page";
import { MembersPage } from "./members/page";
import { PolicyPage } from "./policies/one";
import { PoliciesPage } from "./policies/page";
import { ProvidersPage } from "./providers/page";
import { ReportingPage } from "./reporting/page";
import type { PageProps } from "./routes";
import { RulePage } from "./rules/one";
import { RulesPage } from "./rules/page";
import { SpamPage } from "./spam/page";
import { StrikesPage } from "./strikes/page";
import { TransparencyPage } from "./transparency/page";

/** The pages of `leading`, by their paths: loaded once one of them is wanted. */
export const pages: Record<string, ComponentType<PageProps>> = {
  "/rules": RulesPage,
  "/rules/:id": RulePage,
  "/policies": PoliciesPage,
  "/policies/:id": PolicyPage,
  "/lists": ListsPage,
  "/spam": SpamPage,
  "/reporting": ReportingPage,
  "/strikes": StrikesPage,
  "/actions": ActionsPage,
  "/held": HeldPage,
  "/approvals": ApprovalsPage,
  "/deliveries": DeliveriesPage,
  "/log": LogPage,
  "/transparency": TransparencyPage,
  "/integrity": IntegrityPage,
  "/erasures/:id": ErasurePage,
  "/providers": ProvidersPage,
  "/members": MembersPage,
  "/app": AppPage,
};
