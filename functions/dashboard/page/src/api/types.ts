import type { components } from "./schema";

type Schemas = components["schemas"];
export type Item = Schemas["stream.ItemAnswer"];
export type Flag = Schemas["stream.FlagAnswer"];
export type Payload = Schemas["stream.Payload"];
export type Button = Schemas["stream.ButtonAnswer"];
export type SavedQueue = Schemas["stream.SavedQueueAnswer"];
export type Creator = Schemas["stream.CreatorAnswer"];
export type LogEntry = Schemas["gavel.LogEntry"];
export type ExplainedRule = Schemas["gavel.ExplainedRule"];
export type Appeal = Schemas["stream.AppealItemAnswer"];
export type Decision = Schemas["SubmitActionRequest"];
export type ActionType = Decision["action_type"];
export type EngineResult = Schemas["stream.EngineResult"];
export type Clause = Schemas["gavel.ClauseAnswer"];
export type Report = Schemas["gavel.ReportView"];
export type Delivery = Schemas["gavel.ListedDelivery"];
