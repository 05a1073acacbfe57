"""The openai library's client for OpenAI, Azure or a compatible server; its own retries would buy twice: off."""

import httpx2
import openai
from openai import AsyncAzureOpenAI, AsyncOpenAI

from bot.errors import Misconfigured

CONNECT_SECONDS = 10.0
NO_KEY = "none"  # self-hosted servers often want no key; the library insists on one


def connect(
    *,
    base_url: str,
    api_key: str,
    azure_endpoint: str,
    azure_api_key: str,
    azure_api_version: str,
    timeout_seconds: float,
) -> AsyncOpenAI:
    """Azure when an endpoint is given (its newer form ends in /openai/v1/), else the server at `base_url`."""
    timeout = httpx2.Timeout(timeout_seconds, connect=min(CONNECT_SECONDS, timeout_seconds))
    try:
        if not azure_endpoint:
            return AsyncOpenAI(base_url=base_url, api_key=api_key or NO_KEY, timeout=timeout, max_retries=0)
        if azure_endpoint.rstrip("/").endswith("/openai/v1"):
            return AsyncOpenAI(
                base_url=azure_endpoint,
                api_key=azure_api_key or NO_KEY,
                default_query={"api-version": "preview"},
                timeout=timeout,
                max_retries=0,
            )
        return AsyncAzureOpenAI(
            azure_endpoint=azure_endpoint,
            api_key=azure_api_key or None,
            api_version=azure_api_version,
            timeout=timeout,
            max_retries=0,
        )
    except openai.OpenAIError as error:
        raise Misconfigured("Azure needs AZURE_OPENAI_API_KEY beside AZURE_OPENAI_ENDPOINT.") from error
