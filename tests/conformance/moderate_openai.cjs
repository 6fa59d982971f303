// Moderates what it is asked to, through openai for JavaScript.
const OpenAI = require("openai");

async function main({ url, key, inputs }) {
  const client = new OpenAI({ apiKey: key, baseURL: `${url}/v1` });
  const answers = [];
  for (const request of inputs) {
    const { data, response } = await client.moderations.create(request).withResponse();
    answers.push({ ...data, notJudged: response.headers.get("x-gavel-not-judged") });
  }
  const refused = await new OpenAI({ apiKey: "nobody", baseURL: `${url}/v1` }).moderations
    .create({ input: "text" })
    .catch((error) => error);
  return {
    answers,
    refused: { kind: refused.constructor.name, status: refused.status, code: refused.code },
  };
}

main(JSON.parse(process.argv[2])).then(
  (answer) => process.stdout.write(JSON.stringify(answer)),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
