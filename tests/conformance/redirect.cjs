// Sends to `address` what perspective-api-client sends to Google: its own address is a constant, and
// the axios that it loads is what can be told otherwise.
const { createRequire } = require("node:module");

module.exports = function redirect(address) {
  const axios = createRequire(require.resolve("perspective-api-client"))("axios");
  axios.interceptors.request.use((config) => ({
    ...config,
    url: config.url.replace("https://commentanalyzer.googleapis.com", address),
  }));
};
