import type { components as Aggregator } from './usage-aggregator';
import type { components as Ingest } from './usage-ingest';
import type { components as Pricing } from './pricing-service';
import type { components as Query } from './usage-query';

type QuerySchemas = Query['schemas'];

export type Totals = QuerySchemas['Totals'];
export type Summary = QuerySchemas['SummaryAnswer'];
export type Group = QuerySchemas['Group'];
export type Tag = QuerySchemas['Tag'];
export type Timeline = QuerySchemas['TimelineAnswer'];
export type TimelinePoint = Timeline['points'][number];
export type TopUser = QuerySchemas['TopUsersAnswer']['topUsers'][number];
export type TagReport = QuerySchemas['TagAnswer'];
export type Call = QuerySchemas['LogLine'];
export type Calls = QuerySchemas['DetailsAnswer'];
export type Revisions = QuerySchemas['RevisionsAnswer'];
export type ConversationUsage = QuerySchemas['ConversationAnswer'];
export type Conversations = QuerySchemas['ConversationsAnswer'];
export type OwnUsage = QuerySchemas['OwnUsageAnswer'];
export type OwnUsageRow = OwnUsage['usage'][number];
/** What a call costs at the prices the book has now. */
export type ResolvedCost = Pricing['schemas']['ResolvedCost'];
export type CostLine = Pricing['schemas']['ResolvedLine'];
export type UnpricedModel = Pricing['schemas']['UnpricedView'];
export type DeadLetter = Ingest['schemas']['Letter'];
export type Drift = Aggregator['schemas']['DriftAnswer'];
export type Member = QuerySchemas['MemberAnswer'];
export type ApiToken = QuerySchemas['ApiTokenAnswer'];
export type OrgSettings = QuerySchemas['OrgAnswer'];
export type AuditEntry = QuerySchemas['AuditAnswer']['entries'][number];
export type Me = QuerySchemas['MeAnswer'];
export type OrgAccess = QuerySchemas['OwnOrg'];
export type Budget = QuerySchemas['BudgetAnswer'];
export type PlatformOrgs = QuerySchemas['PlatformAnswer'];
export type PlatformOrg = PlatformOrgs['orgs'][number];
/** What a dollar is worth, from a day on. */
export type Rate = QuerySchemas['CurrencyAnswer'];
export type Intake = Ingest['schemas']['IntakeAnswer'];
