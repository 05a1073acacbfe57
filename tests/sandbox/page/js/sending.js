// From the message box to the sandbox: a message, or a slash command as Slack treats it.
import * as api from "./api.js";
import { whisper } from "./messages.js";
import { state } from "./state.js";
import { failed, toast } from "./toasts.js";

const COMMAND = /^\/[a-z0-9_-]+(?=\s|$)/i;

/** True when it was taken; false leaves the words in the box. */
export async function deliver(text, files, channel, threadTs) {
  const command = text.match(COMMAND)?.[0];
  if (command) return runCommand(command, text.slice(command.length).trim(), files, channel, threadTs);
  const answer = await api.say(channel, text, files, threadTs ?? undefined);
  if (!answer.ok) failed(answer);
  return answer.ok;
}

async function runCommand(name, words, files, channel, threadTs) {
  if (files.length) {
    toast("Slash commands cannot carry files. Send the files as a message, or use the form that the command opens.", {
      kind: "error",
    });
    return false;
  }
  if (threadTs) {
    whisper(channel, `\`${name}\` is not supported in threads. Sorry!`, threadTs);
    return true;
  }
  if (!state.commands.some((known) => known.command === name)) {
    whisper(channel, notValid(name));
    return true;
  }
  report(name, await api.command(channel, name, words), channel);
  return true;
}

const notValid = (name) =>
  `\`${name}\` is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.\n\n` +
  'If you are trying to send a message and not run a command, try preceding the "/" with an empty space.';

/** The bot's answer, and Slack's word on a bot that gave none, come over the live feed as every message does; only a
 * call that never reached the bot is said here. */
function report(name, answer, channel) {
  if (answer.ok || answer.trigger_id) return;
  whisper(channel, `\`${name}\` failed with the error "${answer.error ?? "unknown"}"`);
}
