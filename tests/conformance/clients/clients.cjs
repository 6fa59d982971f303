"use strict";

// Stream's clients for JavaScript, unmodified, as a process that is told line by line what to call.
// An order is {id, client, operation, fields, url, key, secret}; an answer {id, result} or
// {id, refused: {status, code, message, fields}}. With `user` and `token` instead of the secret,
// stream-chat is connected as that user; with `user` alone as a guest, and with neither as nobody.

const readline = require("node:readline");

const made = new Map();

async function clientOf({ client, url, key, secret, user, token, ws }) {
  const name = JSON.stringify([client, url, key, Boolean(secret), user, token, ws]);
  if (!made.has(name)) {
    made.set(name, secret ? makers[client](url, key, secret) : connected(url, key, user, token, ws));
  }
  return made.get(name);
}

const heard = new WeakMap();

// As in a browser: no secret, and a WebSocket that stays open.
async function connected(url, key, user, token, ws) {
  const { StreamChat } = require("stream-chat");
  const options = { baseURL: url, timeout: 30_000, allowServerSideConnect: true };
  const client = new StreamChat(key, { ...options, enableWSFallback: false });
  if (ws) client.wsBaseURL = ws;
  heard.set(client, []);
  client.on((event) => heard.get(client).push(event));
  if (token) await client.connectUser(user, token);
  else if (user) await client.setGuestUser(user);
  else await client.connectAnonymousUser();
  return client;
}

// What is no operation of Stream's: of the connection itself.
const CONNECTION = {
  connection: (c) => ({ user: c.user, connection_id: c._getConnectionID(), healthy: c.wsConnection?.isHealthy ?? false }),
  events: (c) => heard.get(c),
  ping: async (c) => c.wsConnection.ws.send(JSON.stringify([{ type: "health.check", client_id: c.clientID }])),
  disconnect: (c) => c.disconnectUser(),
};

const makers = {
  "node-sdk": (url, key, secret) => {
    const { StreamClient } = require("@stream-io/node-sdk");
    return new StreamClient(key, secret, { basePath: url, timeout: 30_000 });
  },
  "stream-chat-js": (url, key, secret) => {
    const { StreamChat } = require("stream-chat");
    return new StreamChat(key, secret, { baseURL: url, timeout: 30_000, enableWSFallback: false });
  },
};

const IN_CHAT = new Set(["query_banned_users", "query_message_flags"]);
const COMMON = new Set([
  "list_block_lists", "create_block_list", "get_block_list", "update_block_list",
  "delete_block_list", "import_block_list", "get_task", "update_users", "query_users",
  "update_users_partial", "block_users", "get_blocked_users", "unblock_users", "delete_users",
  "get_app", "update_app", "get_rate_limits",
]);

// node-sdk's methods are the operations' names in camel case, each with one object of fields.
function callGenerated(client, operation, fields) {
  const method = operation.replace(/_+([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  const home = IN_CHAT.has(operation) ? client.chat : COMMON.has(operation) ? client : client.moderation;
  return home[method](fields);
}

// stream-chat's methods have their own arguments. What is left of the fields are its options.
const CHAT = {
  check: (c, { entity_type, entity_id, entity_creator_id, moderation_payload, config_key, options, test_mode }) =>
    c.moderation.check(
      entity_type, entity_id, entity_creator_id, moderation_payload, config_key, options, test_mode,
    ),
  check_user_profile: (c, { user_id, ...profile }) => c.moderation.checkUserProfile(user_id, profile),
  custom_check: (c, { entity_type, entity_id, entity_creator_id, moderation_payload, flags }) =>
    entity_creator_id === undefined
      ? c.moderation.addCustomMessageFlags(entity_id, flags)
      : c.moderation.addCustomFlags(
          entity_type, entity_id, entity_creator_id, moderation_payload, flags,
        ),
  upsert_config: (c, fields) => c.moderation.upsertConfig(fields),
  get_config: (c, { key, ...rest }) => c.moderation.getConfig(key, rest),
  delete_config: (c, { key, ...rest }) => c.moderation.deleteConfig(key, rest),
  query_moderation_configs: (c, { filter, sort, ...rest }) =>
    c.moderation.queryConfigs(filter ?? {}, sort ?? [], rest),
  flag: (c, { entity_type, entity_id, entity_creator_id, reason, ...rest }) =>
    c.moderation.flag(entity_type, entity_id, entity_creator_id, reason, rest),
  mute: (c, { target_ids, ...rest }) => c.moderation.muteUser(target_ids[0], rest),
  unmute: (c, { target_ids, ...rest }) => c.moderation.unmuteUser(target_ids[0], rest),
  get_user_moderation_report: (c, { user_id, ...rest }) =>
    c.moderation.getUserModerationReport(user_id, rest),
  query_review_queue: (c, { filter, sort, ...rest }) =>
    c.moderation.queryReviewQueue(filter ?? {}, sort ?? [], rest),
  submit_action: (c, { action_type, item_id, ...rest }) =>
    c.moderation.submitAction(action_type, item_id, rest),
  upsert_moderation_rule: (c, fields) => c.moderation.upsertModerationRule(fields),
  query_moderation_rules: (c, { filter, sort, ...rest }) =>
    c.moderation.queryModerationRules(filter ?? {}, sort ?? [], rest),
  get_moderation_rule: (c, { id }) => c.moderation.getModerationRule(id),
  delete_moderation_rule: (c, { id }) => c.moderation.deleteModerationRule(id),

  get_app_v1: (c) => c.getAppSettings(),
  update_app_v1: (c, fields) => c.updateAppSettings(fields),
  list_block_lists_v1: (c, fields) => c.listBlockLists(fields),
  create_block_list_v1: (c, fields) => c.createBlockList(fields),
  get_block_list_v1: (c, { name, ...rest }) => c.getBlockList(name, rest),
  update_block_list_v1: (c, { name, ...rest }) => c.updateBlockList(name, rest),
  delete_block_list_v1: (c, { name, ...rest }) => c.deleteBlockList(name, rest),
  ban_v1: (c, { target_user_id, ...rest }) => c.banUser(target_user_id, rest),
  unban_v1: (c, { target_user_id, ...rest }) => c.unbanUser(target_user_id, rest),
  flag_v1: (c, { target_message_id, target_user_id, ...rest }) =>
    target_message_id ? c.flagMessage(target_message_id, rest) : c.flagUser(target_user_id, rest),
  unflag_v1: (c, { target_message_id, target_user_id, ...rest }) =>
    target_message_id
      ? c.unflagMessage(target_message_id, rest)
      : c.unflagUser(target_user_id, rest),
  query_flags_v1: (c, { filter_conditions, ...rest }) => c._queryFlags(filter_conditions, rest),
  query_message_flags_v1: (c, { filter_conditions, ...rest }) =>
    c.queryMessageFlags(filter_conditions, rest),
  query_reports_v1: (c, { filter_conditions, ...rest }) =>
    c._queryFlagReports(filter_conditions, rest),
  review_report_v1: (c, { id, review_result, ...rest }) =>
    c._reviewFlagReport(id, review_result, rest),
  mute_v1: (c, { target_id, user_id, ...rest }) => c.muteUser(target_id, user_id, rest),
  unmute_v1: (c, { target_id, user_id }) => c.unmuteUser(target_id, user_id),
  unblock_message_v1: (c, { target_message_id, ...rest }) =>
    c.unblockMessage(target_message_id, rest),
  update_flags_v1: (c, { message_ids, reviewed_by, ...rest }) =>
    c.updateFlags(message_ids, reviewed_by, rest),
  query_banned_users_v1: (c, { filter_conditions, sort, ...rest }) =>
    c.queryBannedUsers(filter_conditions, sort ?? [], rest),
  query_future_channel_bans_v1: (c, fields) => c.queryFutureChannelBans(fields),
  get_task_v1: (c, { id }) => c.getTask(id),
  update_users_v1: (c, { users }) => c.upsertUsers(Object.values(users)),
  update_users_partial_v1: (c, { users }) => c.partialUpdateUsers(users),
  query_users_v1: (c, { filter_conditions, sort, ...rest }) =>
    c.queryUsers(filter_conditions ?? {}, sort ?? [], rest),
  delete_user_v1: (c, { id, ...rest }) => c.deleteUser(id, rest),
  delete_users_v1: (c, { user_ids, ...rest }) => c.deleteUsers(user_ids, rest),
  restore_users_v1: (c, { user_ids }) => c.restoreUsers(user_ids),
  deactivate_user_v1: (c, { id, ...rest }) => c.deactivateUser(id, rest),
  deactivate_users_v1: (c, { user_ids, ...rest }) => c.deactivateUsers(user_ids, rest),
  reactivate_user_v1: (c, { id, ...rest }) => c.reactivateUser(id, rest),
  export_user_v1: (c, { id, ...rest }) => c.exportUser(id, rest),
  export_users_v1: (c, fields) => c.exportUsers(fields),
  block_users_v1: (c, { blocked_user_id, user_id }) => c.blockUser(blocked_user_id, user_id),
  unblock_users_v1: (c, { blocked_user_id, user_id }) => c.unBlockUser(blocked_user_id, user_id),
  get_blocked_users_v1: (c, { user_id }) => c.getBlockedUsers(user_id),
  get_rate_limits_v1: (c, fields) => c.getRateLimits(fields),
};

function refusedOf(error) {
  const body = error.response?.data ?? {};
  const status = error.metadata?.responseCode ?? error.status ?? body.StatusCode;
  return { status, code: error.code, message: error.message, fields: body.exception_fields ?? null };
}

async function answer(order) {
  const fields = order.fields;
  try {
    const client = await clientOf(order);
    const result =
      order.client === "node-sdk"
        ? await callGenerated(client, order.operation, fields)
        : await (CHAT[order.operation] ?? CONNECTION[order.operation])(client, fields);
    return { id: order.id, result: result ?? null };
  } catch (error) {
    if (refusedOf(error).status === undefined) return { id: order.id, failed: String(error.stack) };
    return { id: order.id, refused: refusedOf(error) };
  }
}

if (process.argv[2] === "--operations") {
  process.stdout.write(JSON.stringify(Object.keys(CHAT)));
} else {
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", async (line) => {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  });
  lines.on("close", () => process.exit(0));
}
