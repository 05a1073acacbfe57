"""Modals and App Home: what each person has open, in which state, and how the bot may change it."""

import secrets
import time
from typing import Any

from tests.sandbox.slack.errors import InvalidArguments, SlackError
from tests.sandbox.slack.feed import Change, Feed
from tests.sandbox.slack.form import kept_state
from tests.sandbox.slack.people import APP_ID, BOT_ID, TEAM_ID
from tests.sandbox.slack.workspace import Workspace

MOST_STACKED = 3
View = dict[str, Any]


class Views:
    """A view is Slack's own JSON, with `state` kept up to date; the last of a stack is what the person sees."""

    def __init__(self, workspace: Workspace, feed: Feed) -> None:
        self._workspace = workspace
        self._feed = feed
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}
        self._errors: dict[str, dict[str, str]] = {}

    def stack(self, person: str) -> list[View]:
        return self._stacks.setdefault(person, [])

    def top(self, person: str) -> View | None:
        return self.stack(person)[-1] if self.stack(person) else None

    def home(self, person: str) -> View | None:
        return self._homes.get(person)

    def errors(self, view_id: str) -> dict[str, str] | None:
        """What the last submission complained of, until the view changes."""
        return self._errors.get(view_id)

    def find(self, person: str, view_id: str) -> View | None:
        """One of this person's own views: in the stack, or the App Home."""
        home = self._homes.get(person)
        return next((v for v in [*self.stack(person), *([home] if home else [])] if v["id"] == view_id), None)

    def open(self, person: str, view: View) -> View:
        """A new stack of one, in place of whatever was open."""
        self._only_kind(view, "modal")
        full = self._new(view)
        self._stacks[person] = [full]
        self.tell(person)
        return full

    def push(self, person: str, view: View) -> View:
        self._only_kind(view, "modal")
        stack = self.stack(person)
        if len(stack) >= MOST_STACKED:
            raise SlackError("push_limit_reached")
        full = self._new(view, below=stack[-1] if stack else None)
        stack.append(full)
        self.tell(person)
        return full

    def update(self, view: View, *, view_id: str | None, external_id: str | None, hash_: str | None) -> View:
        for person, old in self._everything():
            if old["id"] == view_id or (external_id and old["external_id"] == external_id):
                self._only_kind(view, old["type"])
                return self.replace(person, old, view, hash_)
        raise SlackError("not_found")

    def publish(self, person: str, view: View, hash_: str | None) -> View:
        self._only_kind(view, "home")
        old = self._homes.get(person)
        if old:
            return self.replace(person, old, view, hash_)
        full = self._homes[person] = self._new(view)
        self._feed.tell(Change("home", person=person, body={"view": full}))
        return full

    def replace(self, person: str, old: View, view: View, hash_: str | None = None) -> View:
        """The same view with new content; what the person has filled in stays where the ids are the same."""
        if hash_ is not None and hash_ != old["hash"]:
            raise SlackError("hash_conflict")
        fresh = self._new(view) | {k: old[k] for k in ("id", "root_view_id", "previous_view_id")}
        fresh["state"] = {"values": kept_state(fresh["blocks"], old["state"]["values"])}
        old.clear()
        old.update(fresh)
        self._errors.pop(old["id"], None)
        self.tell_of(person, old)
        return old

    def close(self, person: str, view: View, *, everything: bool = False) -> list[View]:
        """Close this view and what lies over it (or all); returns those closed, the top one first."""
        stack = self.stack(person)
        at = 0 if everything else stack.index(view)
        closed, self._stacks[person] = stack[at:], stack[:at]
        self.tell(person)
        return closed[::-1]

    def show_errors(self, person: str, view: View, errors: dict[str, str]) -> None:
        self._errors[view["id"]] = errors
        self.tell(person)

    def tell(self, person: str) -> None:
        top = self.top(person)
        body: dict[str, Any] = {"view": top, "stack": len(self.stack(person))}
        if top and (errors := self._errors.get(top["id"])):
            body["errors"] = errors
        self._feed.tell(Change("view", person=person, body=body))

    def tell_of(self, person: str, view: View) -> None:
        """After a change of what is filled in, wherever the view is."""
        if view["type"] == "home":
            self._feed.tell(Change("home", person=person, body={"view": view}))
        else:
            self.tell(person)

    def _everything(self) -> list[tuple[str, View]]:
        open_views = [(person, view) for person, stack in self._stacks.items() for view in stack]
        return open_views + list(self._homes.items())

    def _only_kind(self, view: View, kind: str) -> None:
        if view.get("type") != kind:
            raise InvalidArguments(f"the view must be of type {kind} here [json-pointer:/view/type]")

    def _new(self, view: View, below: View | None = None) -> View:
        external_id = view.get("external_id", "")
        if external_id and any(v["external_id"] == external_id for _, v in self._everything()):
            raise SlackError("duplicate_external_id")
        view_id = self._workspace.new_id("V")
        return {
            "id": view_id,
            "team_id": TEAM_ID,
            "type": view["type"],
            "blocks": view["blocks"],
            "private_metadata": view.get("private_metadata", ""),
            "callback_id": view.get("callback_id", ""),
            "state": {"values": kept_state(view["blocks"], {})},
            "hash": f"{int(time.time())}.{secrets.token_urlsafe(6)}",
            "title": view.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
            "clear_on_close": bool(view.get("clear_on_close")),
            "notify_on_close": bool(view.get("notify_on_close")),
            "submit_disabled": bool(view.get("submit_disabled")),
            "close": view.get("close"),
            "submit": view.get("submit"),
            "previous_view_id": below["id"] if below else None,
            "root_view_id": below["root_view_id"] if below else view_id,
            "app_id": APP_ID,
            "external_id": external_id,
            "app_installed_team_id": TEAM_ID,
            "bot_id": BOT_ID,
        }
