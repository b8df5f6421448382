// Starts the language server for the Markdown files and the templates of the folder that is open.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const settings = workspace.getConfiguration("explainer");
  const server = { command: settings.get("path"), args: ["lsp", ...settings.get("arguments")] };
  client = new LanguageClient("explainer", "explainer", server, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", pattern: "**/{content,templates}/**/*.{css,html,json,txt,xml}" },
    ],
  });
  await client.start();
};

exports.deactivate = () => client && client.stop();
