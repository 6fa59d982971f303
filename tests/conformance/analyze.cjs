// Has texts analyzed through perspective-api-client.
const Perspective = require("perspective-api-client");
const redirect = require("./redirect.cjs");

async function main({ url, key, calls }) {
  redirect(url);
  const perspective = new Perspective({ apiKey: key });
  const answers = [];
  for (const [text, options] of calls) {
    try {
      answers.push(await perspective.analyze(text, options));
    } catch (error) {
      if (!(error instanceof Perspective.ResponseError)) throw error;
      answers.push({ refused: error.message, status: error.response?.status });
    }
  }
  return answers;
}

main(JSON.parse(process.argv[2])).then(
  (answers) => process.stdout.write(JSON.stringify(answers)),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
