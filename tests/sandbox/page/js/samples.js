// The sandbox's own sample photos, so that nobody has to look for a picture of their own to try a character.
import * as api from "./api.js";
import { h } from "./dom.js";
import { state } from "./state.js";
import { toast } from "./toasts.js";

export async function loadSamples() {
  const answer = await api.samples();
  const list = Array.isArray(answer) ? answer : (answer.samples ?? []);
  state.samples = list.filter((photo) => typeof photo.url === "string" && photo.url.startsWith("/"));
}

export const sampleThumb = (photo) => h("img", { class: "sample-thumb", src: photo.url, alt: "" });

/** The photo as a File to upload, or null (and a notice) when it cannot be had. */
export async function sampleFile(photo) {
  try {
    const answer = await fetch(photo.url);
    if (!answer.ok) throw new Error(String(answer.status));
    const bytes = await answer.blob();
    const ending = bytes.type === "image/png" ? "png" : "jpg";
    const name = /\.\w+$/.test(photo.name) ? photo.name : `${photo.name}.${ending}`;
    return new File([bytes], name, { type: bytes.type });
  } catch {
    toast("The sample photo could not be loaded.", { kind: "error" });
    return null;
  }
}
