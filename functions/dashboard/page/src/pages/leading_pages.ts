import type { ComponentType } from "preact";
import type { PageProps } from "./routes";
// The bundle has them in this order: alike pages side by side are compressed best.
import { ListsPage } from "./lists/page";
import { MembersPage } from "./members/page";
import { ProvidersPage } from "./providers/page";
import { ReportingPage } from "./reporting/page";
import { StrikesPage } from "./strikes/page";
import { ActionsPage } from "./actions/page";
import { AppPage } from "./app/page";
import { PoliciesPage } from "./policies/page";
import { PolicyPage } from "./policies/one";
import { RulesPage } from "./rules/page";
import { RulePage } from "./rules/one";
import { HeldPage } from "./held/page";
import { ApprovalsPage } from "./approvals/page";
import { DeliveriesPage } from "./deliveries/page";
import { LogPage } from "./log/page";
import { SpamPage } from "./spam/page";
import { TransparencyPage } from "./transparency/page";
import { IntegrityPage } from "./integrity/page";
import { ErasurePage } from "./erasures/page";

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
