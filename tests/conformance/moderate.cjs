// Sets a policy, has texts checked and reads the queue, through stream-chat for JavaScript.
const { StreamChat } = require("stream-chat");

async function main({ url, key, secret, policy, texts, entityType }) {
  const client = new StreamChat(key, secret, { baseURL: url });
  await client.moderation.upsertConfig(policy);
  const checked = [];
  for (const [index, text] of texts.entries()) {
    checked.push(
      await client.moderation.check(
        entityType,
        `${entityType}/${index}`,
        "author",
        { texts: [text] },
        policy.key,
      ),
    );
  }
  const queue = await client.moderation.queryReviewQueue(
    { entity_type: entityType },
    [{ field: "created_at", direction: 1 }],
    { limit: 10 },
  );
  return { checked, queued: queue.items };
}

main(JSON.parse(process.argv[2])).then(
  (answer) => process.stdout.write(JSON.stringify(answer)),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
