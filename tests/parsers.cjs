"use strict";

// Reads events as receivers do, with both of Stream's clients for JavaScript. One order a line,
// {client, way, body, signature, key, secret} with the body in Base64, and one answer a line:
// {event} or {refused}.

const readline = require("node:readline");
const { StreamClient } = require("@stream-io/node-sdk");
const { StreamChat } = require("stream-chat");

const makers = {
  "node-sdk": (key, secret) => new StreamClient(key, secret),
  "stream-chat-js": (key, secret) => new StreamChat(key, secret),
};

function read({ client, way, body, signature, key, secret }) {
  const reader = makers[client](key, secret);
  const bytes = Buffer.from(body, "base64");
  if (way === "sqs") return reader.parseSqs(bytes.toString());
  if (way === "sns") return reader.parseSns(bytes.toString());
  return reader.verifyAndParseWebhook(bytes, signature);
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    answer = { event: read(JSON.parse(line)) };
  } catch (error) {
    answer = { refused: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
